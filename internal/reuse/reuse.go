// Package reuse finds the passages articles share, and who copied whom.
//
// Cheap tests come before dear ones. An [Index] of winnowed word shingles says
// which articles may share words (a few microseconds an article); [Compare]
// aligns only those, by seed and extend, into passages of both (some hundred
// microseconds a pair), and says of each pair what kind of sharing it is;
// [Families] joins what descends from one text, and draws the tree.
//
// Words inside quotation marks are counted apart: a shared statement is not
// a copy of reporting. So are the lines a house prints under all its stories.
package reuse

// Version is raised when copies or families may come out differently.
// 1: the first. 2: the unseen head is read from the texts taken from it, clocks
// are trusted as far as the family agrees with them, joins and parts by hand.
// 3: all trees are weighed. 4: how soon a family copies is read off its times;
// closing lines say nothing of the way. 5: times are weighed themselves, and an
// agency's own page is nobody's copy. 6: a page that took less than half of its
// words stands alone, too; what posts repost was written by its page's house.
const Version = "6"

const stage = "reuse"
