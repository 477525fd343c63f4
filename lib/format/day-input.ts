export { dayWritten as dayOfInput } from "@/lib/domain/written";
