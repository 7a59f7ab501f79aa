package when

import "time"

// fillers are the words pages print between a date and its time.
var fillers = map[string]bool{
	"at": true, "on": true, "à": true, "a": true, "las": true, "um": true, "pukul": true, "jam": true, "kl": true, "в": true,
	"о": true, "ore": true, "alle": true, "às": true, "om": true, "saat": true, "de": true, "the": true, "الساعة": true,
}

func filler(t token) bool {
	if t.kind == word {
		return fillers[t.s]
	}
	return t.kind == mark && t.s != ")" && t.s != "#" && t.s != "\"" && t.s != "$"
}

// weekdayBefore takes in a weekday printed before the date at first: "Wed,
// June 23", "Wednesday (June 23)". It returns the new first token.
func weekdayBefore(ts []token, first, lo int, s *Stamp) int {
	for j := first - 1; j >= max(lo, first-3); j-- {
		if d, ok := weekday(ts[j]); ok {
			s.Weekday = d
			return j
		}
		if isMark(ts, j, ".") && j-1 >= lo && ts[j].glued {
			if d, ok := weekday(ts[j-1]); ok && j == first-1 {
				s.Weekday = d
				return j - 1
			}
		}
		if !filler(ts[j]) {
			break
		}
	}
	return first
}

// timeBefore takes in a time printed before the date: "11:23 AM July 13, 2022",
// "10:15 WIB, 3 Mei 2021".
func timeBefore(ts []token, first, lo int, s *Stamp) (int, bool) {
	for j := max(lo, first-8); j < first; j++ {
		var t Stamp
		n := clockAt(ts, j, first, &t)
		if n == 0 {
			continue
		}
		for k := j + n; k < first; k++ {
			if !filler(ts[k]) {
				return 0, false
			}
		}
		s.Hour, s.Minute, s.HasTime, s.Zone, s.Offset = t.Hour, t.Minute, true, t.Zone, t.Offset
		return j, true
	}
	return 0, false
}

// timeAfter takes in a time printed after the date: "26 Mar 2021 15:28", "Feb
// 20, 2026, 4:55pm", "2022-11-23T08:10+02:00", "21-10-2023 @ 08:08 AM".
func timeAfter(ts []token, last int, s *Stamp) (int, bool) {
	for j := last + 1; j < len(ts) && j <= last+5; j++ {
		var t Stamp
		if n := clockAt(ts, j, len(ts), &t); n > 0 {
			s.Hour, s.Minute, s.HasTime, s.Zone, s.Offset = t.Hour, t.Minute, true, t.Zone, t.Offset
			return j + n - 1, true
		}
		if isWord(ts, j, "t") && ts[j].glued {
			continue
		}
		if d, ok := weekday(ts[j]); ok && s.Weekday < 0 {
			s.Weekday = d
			continue
		}
		if !filler(ts[j]) {
			break
		}
	}
	return 0, false
}

// clockAt reads a time of day at token i, within the first hi tokens, and
// returns the number of its tokens.
func clockAt(ts []token, i, hi int, s *Stamp) int {
	if !num(ts, i, 0, 23) || ts[i].end-ts[i].start > 2 && ts[i].s[0] < 128 {
		return 0
	}
	h, j := ts[i].n, i+1
	switch {
	case j+1 < hi && (isMark(ts, j, ":", "：") || isWord(ts, j, "h") && ts[j].glued) && num(ts, j+1, 0, 59) && ts[j+1].glued:
		s.Minute = ts[j+1].n
		j += 2
		if j+1 < hi && isMark(ts, j, ":") && num(ts, j+1, 0, 59) { // seconds
			j += 2
			if j+1 < hi && isMark(ts, j, ".") && ts[j].glued && num(ts, j+1, 0, 999999) {
				j += 2
			}
		}
	case j+1 < hi && isMark(ts, j, ".") && ts[j].glued && num(ts, j+1, 0, 59) && ts[j+1].glued && ts[j+1].end-ts[j+1].start == 2:
		// 10.15 WIB, 3.04 pm: only with a half of the day or a zone
		if k := j + 2; k >= hi || !half(ts[k].s) && !isZone(ts[k]) {
			return 0
		}
		s.Minute = ts[j+1].n
		j += 2
	case j < hi && half(ts[j].s) && h <= 12: // 4pm
	case isWord(ts, j, "时", "時") && num(ts, j+1, 0, 59) && isWord(ts, j+2, "分"):
		s.Minute = ts[j+1].n
		j += 3
	case isWord(ts, j, "h", "uhr") && j < hi:
		j++
	default:
		return 0
	}
	if j < hi && half(ts[j].s) && h <= 12 {
		pm := ts[j].s[0] == 'p'
		if h == 12 {
			h = 0
		}
		if pm {
			h += 12
		}
		if len(ts[j].s) == 1 { // a.m.
			j++
			if isMark(ts, j, ".") {
				j++
			}
			if isWord(ts, j, "m") {
				j++
			}
			if isMark(ts, j, ".") {
				j++
			}
		} else {
			j++
		}
		if j < hi && ts[j].kind == word {
			if n, ok := halves[ts[j].s]; ok {
				s.Hour, s.HasTime, s.Zone, s.Offset = h, true, ts[j].s, n
				return j + 1 - i
			}
		}
	}
	s.Hour, s.HasTime = h, true
	return zoneAt(ts, j, hi, s) - i
}

func half(s string) bool { return s == "am" || s == "pm" || s == "a" || s == "p" }

// halves are names of North American zones that do not say whether it is
// summer, with their offsets in winter. Such are short words of other languages
// ("14h30 et 15h30"), and so are zones only after "am" or "pm".
var halves = map[string]int{"ct": -360, "et": -300, "mt": -420, "pt": -480}

// inAmerica reports whether a zone is of North America, where the month is
// printed before the day.
func inAmerica(zone string) bool {
	_, ok := halves[zone]
	switch zone {
	case "cdt", "edt", "est", "mdt", "mst", "pdt", "pst":
		ok = true
	}
	return ok
}

// summer reports whether North American clocks are forward at t: from the second
// Sunday of March to the first of November (15 U.S.C. 260a, as since 2007).
func summer(t time.Time) bool {
	sunday := func(m time.Month, n int) time.Time {
		d := time.Date(t.Year(), m, 1, 2, 0, 0, 0, time.UTC)
		return d.AddDate(0, 0, (7-int(d.Weekday()))%7+7*(n-1))
	}
	return !t.Before(sunday(time.March, 2)) && t.Before(sunday(time.November, 1))
}

func isZone(t token) bool {
	_, ok := zones[t.s]
	return t.kind == word && ok
}

// zoneAt reads a zone at token j: "UTC", "(GMT+7)", "+02:00", "WIB". It returns
// the token after it, j where there is none.
func zoneAt(ts []token, j, hi int, s *Stamp) int {
	k := j
	if isMark(ts, k, "(") {
		k++
	}
	if k >= hi {
		return j
	}
	named := false
	if n, ok := zones[ts[k].s]; ok && ts[k].kind == word {
		s.Zone, s.Offset, named = ts[k].s, n, true
		k++
	}
	if k+1 < hi && isMark(ts, k, "+", "-", "−") && ts[k+1].kind == number && ts[k+1].glued && (ts[k].glued || ts[k+1].end-ts[k+1].start == 4 && ts[k+1].n <= 1400) { // 10:22:01 +0200
		n, sign := ts[k+1].n, 1
		if ts[k].s != "+" {
			sign = -1
		}
		end := k + 2
		switch w := ts[k+1].end - ts[k+1].start; {
		case w == 4:
			n = n/100*60 + n%100
		case w <= 2 && n <= 14:
			n *= 60
			if end+1 < hi && isMark(ts, end, ":") && num(ts, end+1, 0, 59) {
				n += ts[end+1].n
				end += 2
			}
		default:
			n = 0
		}
		if n > 0 && n <= 14*60 || named {
			s.Offset = sign * n
			if s.Zone == "" {
				s.Zone = "UTC"
			}
			s.Zone += " " + ts[k].s + ts[k+1].s
			k, named = end, true
		}
	}
	if !named {
		return j
	}
	if isMark(ts, k, ")") && isMark(ts, j, "(") {
		k++
	}
	return k
}
