package when

import "slices"

func isMark(ts []token, i int, marks ...string) bool {
	return i >= 0 && i < len(ts) && ts[i].kind == mark && slices.Contains(marks, ts[i].s)
}

func isWord(ts []token, i int, words ...string) bool {
	return i >= 0 && i < len(ts) && ts[i].kind == word && slices.Contains(words, ts[i].s)
}

func num(ts []token, i, lo, hi int) bool {
	return i >= 0 && i < len(ts) && ts[i].kind == number && ts[i].n >= lo && ts[i].n <= hi
}

func isYear(ts []token, i int) bool {
	return num(ts, i, 1900, 2100) && ts[i].end-ts[i].start >= 4
}

// dateAt reads a date that begins at token i and returns it with the number of
// its tokens, 0 where none begins there.
func dateAt(ts []token, i int) (Stamp, int) {
	if ts[i].kind == mark {
		return Stamp{}, 0
	}
	if s, n := numeric(ts, i); n > 0 {
		return s, n
	}
	if m, ok := month(ts[i]); ok {
		s, n := monthFirst(ts, i, m)
		if ts[i].within && s.Year == 0 {
			return Stamp{}, 0
		}
		return s, n
	}
	return dayFirst(ts, i)
}

// monthFirst reads "June 23, 2021", "Mar. 5th 2020", "June 23" and "June 2021".
func monthFirst(ts []token, i, m int) (Stamp, int) {
	j := i + 1
	if isMark(ts, j, ".") {
		j++
	}
	if isYear(ts, j) && ts[j].n > 31 { // June 2021
		return Stamp{Year: ts[j].n, Month: m}, j + 1 - i
	}
	if isMark(ts, j, "'", "’") && num(ts, j+1, 0, 35) && ts[j+1].glued && ts[j+1].end-ts[j+1].start == 2 { // Apr '19
		return Stamp{Year: 2000 + ts[j+1].n, Month: m}, j + 2 - i
	}
	if !num(ts, j, 1, 31) || ts[j].glued && !isMark(ts, j-1, ".") {
		return Stamp{}, 0
	}
	s := Stamp{Month: m, Day: ts[j].n}
	j++
	if isWord(ts, j, "st", "nd", "rd", "th") && ts[j].glued {
		j++
	}
	end := j
	if isMark(ts, j, ",", ".", "،") {
		j++
	}
	if isYear(ts, j) {
		s.Year, end = ts[j].n, j+1
	} else if isMark(ts, j, "'", "’") && num(ts, j+1, 0, 99) { // Oct 5 '19
		s.Year, end = 2000+ts[j+1].n, j+2
	}
	return s, end - i
}

// dayFirst reads "23 June 2021", "23. Juni 2021", "23 de junio de 2021", "19th
// Dec 2025", "23 June".
func dayFirst(ts []token, i int) (Stamp, int) {
	if !num(ts, i, 1, 31) || ts[i].end-ts[i].start > 2 && ts[i].s[0] < 128 {
		return Stamp{}, 0
	}
	j := i + 1
	if isWord(ts, j, "st", "nd", "rd", "th", "er", "º") && ts[j].glued || isMark(ts, j, ".", "º", "-", "/") {
		j++
	}
	if isWord(ts, j, "de", "of", "ביוני") {
		j++
	}
	if j >= len(ts) {
		return Stamp{}, 0
	}
	m, ok := month(ts[j])
	if !ok {
		return Stamp{}, 0
	}
	s := Stamp{Day: ts[i].n, Month: m}
	j++
	end := j
	if isMark(ts, j, ",", ".", "-", "/", "،") {
		j++
	}
	if isWord(ts, j, "de", "del", "of") {
		j++
	}
	switch {
	case isYear(ts, j):
		s.Year, end = ts[j].n, j+1
	case isMark(ts, j-1, "-", "/") && num(ts, j, 0, 99): // 23-Jun-21
		s.Year, end = 2000+ts[j].n, j+1
	}
	return s, end - i
}

// numeric reads "2021-06-23", "23/06/2021", "06-23-21", "23.06.2021" and
// "2021年6月23日".
func numeric(ts []token, i int) (Stamp, int) {
	if ts[i].kind != number || i+2 >= len(ts) {
		return Stamp{}, 0
	}
	if isWord(ts, i+1, "年", "년") && num(ts, i+2, 1, 12) && isWord(ts, i+3, "月", "월") && isYear(ts, i) {
		s := Stamp{Year: ts[i].n, Month: ts[i+2].n}
		if num(ts, i+4, 1, 31) {
			s.Day = ts[i+4].n
			if isWord(ts, i+5, "日", "일", "号") {
				return s, 6
			}
			return s, 5
		}
		return s, 4
	}
	if num(ts, i, 1, 12) && isWord(ts, i+1, "月", "월") && num(ts, i+2, 1, 31) && isWord(ts, i+3, "日", "일", "号") {
		return Stamp{Month: ts[i].n, Day: ts[i+2].n}, 4
	}
	if i+4 >= len(ts) || ts[i+1].kind != mark || ts[i+3].kind != mark || ts[i+1].s != ts[i+3].s || !isMark(ts, i+1, "-", "/", ".") {
		return Stamp{}, 0
	}
	if ts[i].glued && i > 0 && ts[i-1].kind == mark && isMark(ts, i-1, "-", "/", ".", ",") || isMark(ts, i+5, ts[i+1].s) && ts[i+5].glued && ts[i+1].s != "." {
		return Stamp{}, 0 // a phone number, a path, a version
	}
	a, b, c := ts[i], ts[i+2], ts[i+4]
	sep := ts[i+1].s
	switch {
	case isYear(ts, i) && b.n >= 1 && b.n <= 12 && c.n >= 1 && c.n <= 31:
		return Stamp{Year: a.n, Month: b.n, Day: c.n}, 5
	case a.n < 1 || b.n < 1 || a.n > 31 || b.n > 31 || a.n > 12 && b.n > 12:
		return Stamp{}, 0
	}
	y := 0
	switch {
	case isYear(ts, i+4):
		y = c.n
	case c.kind == number && c.end-c.start == 2 && c.n < 70 && (sep == "/" || b.end-b.start == 2 && a.end-a.start == 2):
		y = 2000 + c.n
	default:
		return Stamp{}, 0
	}
	switch {
	case a.n > 12 || sep == ".":
		if b.n > 12 {
			return Stamp{}, 0
		}
		return Stamp{Year: y, Month: b.n, Day: a.n}, 5
	case b.n > 12:
		return Stamp{Year: y, Month: a.n, Day: b.n}, 5
	case sep == "/" && c.end-c.start == 2: // 07/03/24: the American order prints short years
		return Stamp{Year: y, Month: a.n, Day: b.n, Swapped: a.n != b.n}, 5
	}
	return Stamp{Year: y, Month: b.n, Day: a.n, Swapped: a.n != b.n}, 5
}

// agoAt reads "3 hours ago", "vor 2 Tagen", "il y a 5 minutes", "3小时前".
func agoAt(ts []token, i int) (Stamp, int) {
	j := i
	before := false
	switch {
	case isWord(ts, j, "il") && isWord(ts, j+1, "y") && isWord(ts, j+2, "a"):
		j, before = j+3, true
	case ts[j].kind == word && (ts[j].s == "vor" || ts[j].s == "hace" || ts[j].s == "há" || ts[j].s == "قبل" || ts[j].s == "منذ"):
		j, before = j+1, true
	}
	count := 1
	switch {
	case num(ts, j, 0, 999):
		count = ts[j].n
	case !isWord(ts, j, "a", "an", "an", "einem", "einer", "un", "une", "una", "um", "uma"):
		return Stamp{}, 0
	}
	j++
	if j >= len(ts) || ts[j].kind != word {
		return Stamp{}, 0
	}
	seconds := units[ts[j].s]
	switch {
	case isWord(ts, j, "小", "分", "个", "か", "ヶ"):
		seconds = map[string]int{"小": units["小时"], "分": units["分钟"]}[ts[j].s]
		j++
		if isWord(ts, j, "时", "時", "钟", "月") {
			if ts[j].s == "月" {
				seconds = units["month"]
			}
			j++
		}
	case seconds == 0:
		return Stamp{}, 0
	default:
		j++
	}
	st := Stamp{Ago: true, Count: count, Unit: seconds}
	if before {
		return st, j - i
	}
	if isMark(ts, j, ".") && ts[j].glued { // 3 yr. ago
		j++
	}
	if isWord(ts, j, "yang") {
		j++
	}
	if isWord(ts, j, "間") {
		j++
	}
	if j < len(ts) && ts[j].kind == word && agos[ts[j].s] {
		return st, j + 1 - i
	}
	return Stamp{}, 0
}
