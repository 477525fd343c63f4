import { v7 as uuidv7 } from "uuid";
import { openInvitation, takeInvitation } from "@/db/queries/invitations";
import { insertMembership, insertPerson, personById } from "@/db/queries/people";
import { alsoWithTenant, type Tx, withAuth } from "@/db/tenant";
import type { Actor } from "@/lib/domain/audit";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { recordChange } from "./shared/record-change";
import { rightsOf } from "./shared/rights-of";

export interface Accepted {
  readonly personId: string;
  /** Null for the platform's own admin. */
  readonly membershipId: string | null;
}

export interface NewPerson {
  readonly name: string;
  readonly passwordHash: string;
  readonly locale: "de" | "en";
}

type Invitation = NonNullable<Awaited<ReturnType<typeof openInvitation>>>;

/** Thrown to roll the transaction back when the invitation cannot be taken after all; never leaves this file. */
class TakenBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Takes an invitation for somebody without an account: makes the person and the membership, once. */
export async function acceptAsNewPerson(tokenHash: string, person: NewPerson, now: Date): Promise<Accepted | Refusal> {
  return accept(tokenHash, now, async (tx, invitation) => {
    const personId = uuidv7();
    const isMade = await insertPerson(tx, {
      id: personId,
      email: invitation.email,
      name: person.name,
      passwordHash: person.passwordHash,
      locale: person.locale,
      isPlatformAdmin: invitation.role === "platform-admin",
      createdAt: now,
    });
    if (!isMade) return refuse("invitation-account-exists");
    const joined = { kind: "person", id: personId, name: person.name, email: invitation.email } as const;
    return { personId, membershipId: await join(tx, invitation, joined, now) };
  });
}

/** Takes an invitation for the person who is signed in, whose address it must name. */
export async function acceptAsViewer(viewer: Viewer, tokenHash: string, now: Date): Promise<Accepted | Refusal> {
  return accept(tokenHash, now, async (tx, invitation) => {
    if (invitation.email !== viewer.email) return refuse("invitation-for-another", { email: invitation.email });
    const person = await personById(tx, viewer.personId);
    if (person === null || person.isPlatformAdmin || invitation.role === "platform-admin") {
      return refuse("invitation-platform-admin");
    }
    const { personId: id, name, email, requestId } = viewer;
    const joined = { kind: "person", id, name, email, ...(requestId === undefined ? {} : { requestId }) } as const;
    const membershipId = await join(tx, invitation, joined, now);
    if (membershipId === null) return refuse("invitation-already-member");
    return { personId: viewer.personId, membershipId };
  });
}

/**
 * Marks the invitation used and does the work in one transaction. Marking goes first: it locks the row, so that of many at the same
 * moment one does the work and the others find the invitation gone. A refusal leaves the invitation as it was.
 */
async function accept(
  tokenHash: string,
  now: Date,
  work: (tx: Tx, invitation: Invitation) => Promise<Accepted | Refusal>,
): Promise<Accepted | Refusal> {
  try {
    return await withAuth(async (tx) => {
      const invitation = await openInvitation(tx, tokenHash, now);
      if (invitation === null || !(await takeInvitation(tx, invitation.id, now))) return refuse("invitation-gone");
      const result = await work(tx, invitation);
      if (isRefusal(result)) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  }
}

async function join(
  tx: Tx,
  invitation: Invitation,
  person: Actor & { readonly id: string; readonly email: string; readonly requestId?: string },
  now: Date,
): Promise<string | null> {
  const { resellerId, role, customerIds } = invitation;
  if (resellerId === null || role === "platform-admin") return null;
  const id = uuidv7();
  const membership = { id, personId: person.id, resellerId, role, customerIds, createdAt: now };
  if (!(await insertMembership(tx, membership))) return null;
  const rights = await rightsOf(tx, resellerId, role, customerIds);
  await alsoWithTenant(tx, resellerId, (also) =>
    recordChange(
      also,
      { ...person, resellerId },
      {
        action: "person-joined",
        subject: { type: "person", id: person.id },
        after: { name: person.name, email: person.email, ...rights },
        at: now,
      },
    ),
  );
  return id;
}
