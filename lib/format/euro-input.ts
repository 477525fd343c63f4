export { centsWritten as centsOfInput } from "@/lib/domain/written";
