// Package quote finds what was said, by whom, through which tellers, and joins
// the wordings of one saying.
package quote

// Version is raised when Find may find differently. 1: the first. 2: speakers in asides and before "who", the page's own outlet, days looked
// back to. 3: clauses of saying set into what is said; who leads up to a quotation that stands alone; nouns of saying; "is saying"; "asked
// whether". 4: more times told. 5: quotations by their day, times that lean on the sentence before. 6: who a participle is of, by the tree. 7:
// the tree's subject where the words before a verb are none; a name before a colon; verbs of no list beside a quotation; "Ruiz said he found
// ..." is hers. 8: days of what is to begin, and more times. 9: quotations word for word joined where a page names no speaker. 10: who leads
// up to a quotation or is named right after it; quotations that go on in the next paragraph from within a line; a thing that says nothing. 11:
// years and hours in words. 12: what one says before a second verb of saying; clauses of saying set in. 13: clauses before and within a saying
// end where they end. 14: single marks that a comma stands before; who speaks behind a phrase or roles that "and" joins. 15: a day of another
// paragraph is not that of speaking. 16: turns of transcripts. 17: stations known by name behind what they are; bodies that put a number; whom
// the press, the page and its author are spoken to as. 18: clauses of saying by the tree; what is asked; whom sentences between tell of. 19:
// clauses of saying set in by the tree; who speaks in a clause that hangs on a noun; which body "it" is; answers of interviews. 20: what wire
// copy and translated pages word in their own ways: sentences that tell who said the one before, sources told of again, accusations, rulings
// of courts. 21: labels above what several said.
const Version = "21"
