import { answerAuthGet, answerAuthPost } from "@/lib/auth/handler";

export const GET = answerAuthGet;
export const POST = answerAuthPost;
