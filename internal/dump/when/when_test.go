package when

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func show(s Stamp) string {
	if s.Ago {
		return "ago"
	}
	out := fmt.Sprintf("%04d-%02d-%02d", s.Year, s.Month, s.Day)
	if s.HasTime {
		out += fmt.Sprintf("T%02d:%02d", s.Hour, s.Minute)
	}
	if s.Zone != "" {
		out += fmt.Sprintf("%+d", s.Offset)
	}
	if s.Weekday >= 0 {
		out += fmt.Sprintf(" w%d", s.Weekday)
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"26 Mar 2021 15:28", "2021-03-26T15:28"},
		{"Wed, June 23, 2021", "2021-06-23 w3"},
		{"October 17, 20236:01 PM ET", "2023-10-17T18:01-240"},
		{"by Ann ExampleNovember 20, 2007", "2007-11-20"},
		{"Ann ExampleOct 17, 202312.6K", ""},
		{"/ 11:23 AM July 13, 2022", "2022-07-13T11:23"},
		{"on Tuesday (Jun 22) they", "0000-06-22 w2"},
		{"Fri, 19th Dec 2025", "2025-12-19 w5"},
		{"2022-11-23T08:10+02:00", "2022-11-23T08:10+120"},
		{"February 20, 2026, 4:55pm 1", "2026-02-20T16:55"},
		{"Sat Feb 24, 2024 12:41 pm", "2024-02-24T12:41 w6"},
		{"21-10-2023 @ 08:08 AM", "2023-10-21T08:08"},
		{"07/03/24 03:30 PM", "2024-07-03T15:30"},
		{"am 3. März 2021 um 14:05 Uhr", "2021-03-03T14:05"},
		{"le 1er août 2020 à 15h30", "2020-08-01T15:30"},
		{"5 de marzo de 2019", "2019-03-05"},
		{"Senin, 3 Mei 2021 10:15 WIB", "2021-05-03T10:15+420 w1"},
		{"2021年6月23日 10:05", "2021-06-23T10:05"},
		{"24 июня 2021, 10:30", "2021-06-24T10:30"},
		{"٢٣ يونيو ٢٠٢١", "2021-06-23"},
		{"January 7, 2020", "2020-01-07"},
		{"answered May 3, 2009 at 21:22", "2009-05-03T21:22"},
		{"3 hours ago", "ago"},
		{"vor 2 Tagen", "ago"},
		{"June 2021", "2021-06-00"},
		{"06/01/2018 02:57 pm ET", "2018-06-01T14:57-240"},
		{"02/01/2018 2 p.m. PT", "2018-02-01T14:00-480"},
		{"01/06/2018 à 14h30 et 15h30", "2018-06-01T14:30"},
		{"call 555-12-3456 or 1.2.3", ""},
		{"nothing of 42 kind", ""},
		{"May 5 '19", "2019-05-05"},
		{"13/06/2021 and 06/13/2021", "2021-06-13 2021-06-13"},
		{"Posted: 5 Jan 2020 3:04 p.m. GMT+7", "2020-01-05T15:04+420"},
	} {
		var got []string
		for _, s := range Find(c.in) {
			if s.Start < 0 || s.End > len(c.in) || s.Start >= s.End {
				t.Errorf("%q: stamp %d-%d lies outside", c.in, s.Start, s.End)
			}
			got = append(got, show(s))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.in, g, c.want)
		}
	}
}

func TestBefore(t *testing.T) {
	now := time.Date(2021, 6, 22, 14, 5, 0, 0, time.UTC)
	for _, c := range []struct{ in, from, until string }{
		{"3 hours ago", "2021-06-22T10:05", "2021-06-22T11:05"},
		{"1 hour ago", "2021-06-22T12:05", "2021-06-22T13:05"},
		{"vor 2 Tagen", "2021-06-19T14:05", "2021-06-20T14:05"},
		{"5 分钟前", "2021-06-22T13:59", "2021-06-22T14:00"},
		{"2 months ago", "2021-03-22T14:05", "2021-04-22T14:05"},
		{"il y a 4 ans", "2016-06-22T14:05", "2017-06-22T14:05"},
	} {
		st := Find(c.in)
		if len(st) != 1 || !st[0].Ago {
			t.Errorf("%q: %+v", c.in, st)
			continue
		}
		from, until := st[0].Before(now)
		if got := from.Format("2006-01-02T15:04"); got != c.from || until.Format("2006-01-02T15:04") != c.until {
			t.Errorf("%q: %s to %s", c.in, got, until)
		}
	}
}

func TestYears(t *testing.T) {
	var got []int
	for _, d := range Years(6, 22, 2) {
		got = append(got, d.Year())
	}
	if want := []int{1999, 2004, 2010, 2021, 2027, 2032}; !slices.Equal(got, want) {
		t.Errorf("Tuesday June 22: got %v, want %v", got, want)
	}
}

func TestTables(t *testing.T) {
	for name, s := range map[string]string{"months": monthsTxt, "weekdays": weekdaysTxt, "zones": zonesTxt, "units": unitsTxt, "ago": agoTxt} {
		ls := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
		if !slices.IsSorted(ls) {
			t.Errorf("%s.txt is not sorted", name)
		}
	}
	for w, n := range months {
		if n < 1 || n > 12 || w != strings.ToLower(w) {
			t.Errorf("months.txt: %q %d", w, n)
		}
	}
	for w, n := range weekdays {
		if n < 0 || n > 6 || w != strings.ToLower(w) {
			t.Errorf("weekdays.txt: %q %d", w, n)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Wed, June 23, 2021 at 3.04 p.m. (GMT+7)")
	f.Add("2021年6月23日 星期三 10时05分 3小时前")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, st := range Find(s) {
			if st.Start < end || st.End > len(s) || st.Start >= st.End {
				t.Fatalf("stamp %d-%d after %d in %d bytes", st.Start, st.End, end, len(s))
			}
			end = st.End
			if st.Whole() {
				if from, until, _ := st.Range(); !from.Before(until) {
					t.Fatalf("%v is empty", st)
				}
			}
		}
	})
}
