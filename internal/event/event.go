// Package event finds what happened, to whom, where and when, and joins the
// tellings of one event.
//
// Types and modes are those of PLOVER 2.0, and OTHER with a mode of its own for
// accidents, disasters, deaths, elections, appointments and business, which
// PLOVER leaves out. What tells of an event stands in
// frames.txt: a verb or noun, what must stand with it, and which of its slots
// name who acts and who is acted on.
package event

// Version is raised when Find may find differently. 1: the first. 2: datelines,
// gerunds, countries of those told by their role. 3: more times, and those of
// the time beside them. 4: classes of nouns, what one says another must do,
// refusals, more frames and nouns of those who act.
// 5: quotations by their day, times that lean on the sentence before.
// 6: happenings that PLOVER has no type for. 7: strikes with an object are no
// walkouts; reports dismissed. 8: who "it" and "her country" are, whose troops.
// 9: whose proposal, in whose attack, who came for talks; phrases with those
// they are of. 10: days of what is to begin, and more times.
// 11: names at the edge of an event join nothing more. 12: sentences that end
// with a quotation, years and hours in words; declining to comment. 13: what a
// year earlier is of. 14: the unlikely left out, and more idioms.
// 15: pleas of guilty, fines paid, headlines in the passive, sentences to come.
// 16: roles with their names before a verb, what a quake did, places before a
// verb, retellings joined, countries of the page.
// 17: courts, recounts and water let go, sums before what a frame asks for, who
// is blamed of doing, names of bodies with "and", marches by their noun.
// 18: scenes apart from those acted on, crowds, what collapsed or sank.
// 19: who is dismissed, what only fails "collapsed", places within a phrase.
// 20: retellings joined by how alike they are.
// 21: who "it" and "they" are, "he" of a verb this one hangs on, "US".
// 22: courts, laws, finds, ceremonies, openings and other happenings of news.
// 23: places by the tree, the next name only where it hangs on the deed, words
// by their meaning, what is asked of another.
// 24: whether a deed was done along the tree, by the words it hangs on.
const Version = "24"
