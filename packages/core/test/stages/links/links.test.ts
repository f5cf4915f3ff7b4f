import { checkCases } from '@backchannel/testkit'
import { createTextReader, printLinks } from '../read-text.ts'

const read = await createTextReader()

checkCases(new URL('./links.cases', import.meta.url), ({ input }) => printLinks(read(input)))
