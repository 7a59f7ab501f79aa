// Package entity finds who and what an article names, and joins names across
// articles.
package entity

// Version is raised when Find may find differently. 1: the first. 2: nicknames,
// offices after what they are of, datelines in capitals, joining in new ways.
// 3: initials, suffixes, acronyms and nicknames joined; headings name nobody;
// a word most articles mean one person by. 4: roles as pages write them.
// 5: a company before its chief. 6: companies known by name, and by who leads them.
// 7: more titles of women and men; handles; epithets, seats and lines of capitals left out of names.
// 8: companies called by what they are, officers by whose they are.
// 9: roles of any words before a comma and a name.
// 10: what companies and outlets are called right before their names.
// 11: roles as pages print them; nationalities after a name; portfolios of
// ministers; dams, rivers and airports; parties by the noun behind them.
// 12: ministries by their whole name and seat. 13: ranks, sciences, kin with whose
// they are, bodies that begin with "National". 14: roles of compound words, more
// roles, titles and trades, offices behind what they are of, clocks and time zones
// left out, acronyms a page explains, the state of Georgia. 15: where a name ends
// before a day, towns of datelines. 16: seats of members of parliaments are no
// acronyms, titles behind bodies, roles of lists, acronyms of two words. 17: ships, offices of
// officials, fields of ministries, lists of companies, long names in brackets.
const Version = "17"
