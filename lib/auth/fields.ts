import { z } from "zod";
import { emailOf } from "./email";

/** One plain e-mail address, kept in lower case. */
export const emailField = z
  .string()
  .max(320)
  .transform((written, context) => {
    const email = emailOf(written);
    if (email !== null) return email;
    context.addIssue({ code: "custom", message: written.trim() === "" ? "field-missing" : "field-not-an-email" });
    return z.NEVER;
  });

/** A name of a person or firm on one line. */
export const nameField = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u);

/** A password as typed; whether it is good enough is asked where it is chosen. */
export const passwordField = z.string().min(1).max(1_000);

/** The secret of a link. */
export const tokenField = z.string().max(200);
