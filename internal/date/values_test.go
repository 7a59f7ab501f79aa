package date

import (
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// TestValues holds the values of times told in an article of Wednesday 19 May
// 2027. "|" parts each time from the words around it; the values stand in their
// order.
func TestValues(t *testing.T) {
	checkValues(t, []struct{ text, values string }{
		{"It fell |the week before last|.", "2027-W18"},
		{"It fell |the year before last|.", "2025"},
		{"It falls |the week after next|.", "2027-W22"},
		{"It fell in |the previous month|.", "2027-04"},
		{"It fell |half a century ago|.", "197"},
		{"It fell |three-and-a-half years ago|.", "2023"},
		{"It fell |a long time ago|.", "PAST_REF"},
		{"It is so |these days|.", "PRESENT_REF"},
		{"She kept her |current| post.", "PRESENT_REF"},
		{"They left at |1430 GMT|.", "2027-05-19T14:30"},
		{"They left at |0600 local time Monday|.", "2027-05-17T06:00"},
		{"They left |Tuesday at 9 a.m.|.", "2027-05-18T09:00"},
		{"They left at |6 o'clock in the morning|.", "2027-05-19T06:00"},
		{"They left at |dawn on Monday|.", "2027-05-17TMO"},
		{"They came on |Monday|. They left |that night|.", "2027-05-17 2027-05-17TNI"},
		{"They left |overnight Monday|.", "2027-05-17TNI"},
		{"It fell in |Q3 2020|.", "2020-Q3"},
		{"Sales rose in |the first quarter| from |a year earlier|.", "2027-Q1 2026-Q1"},
		{"Sales rose in |the first quarter|; in |the 2025 quarter| they fell.", "2027-Q1 2025-Q1"},
		{"Sales rose in |the June quarter|.", "2027-Q2"},
		{"It lost money in |the quarter| ended |March 31|.", "2027-Q1 2027-03-31"},
		{"It lost money in |the year| ended |March 31|.", "P1Y 2027-03-31"},
		{"It lost money in |the nine months| ended |Sept. 30, 2026|.", "P9M 2026-09-30"},
		{"They fly |every other week|.", "P2W"},
		{"They fly |three times a week|.", "P1W"},
		{"The line has four flights |a week|.", "P1W"},
		{"It costs a dollar a share.", ""},
		{"He was given a |two-and-a-half-year| term.", "P2Y6M"},
		{"It was over in |the first week of May|.", "2027-W18"},
		{"It was over in |the last week of April|.", "2027-W17"},
		{"It was over on |the last day of April|.", "2027-04-30"},
		{"They met on |the first Monday of May|.", "2027-05-03"},
		{"They met on |Friday the 13th|.", "2026-11-13"},
		{"They met on |11-Sep-2001|.", "2001-09-11"},
		{"The fair ran from |December 30, 1998| to |January 3|.", "1998-12-30 1999-01-03"},
		{"The fair ran from |June 20| to |July 3, 2019|.", "2019-06-20 2019-07-03"},
		{"It rained in |November| and |February 1998|.", "1997-11 1998-02"},
		{"It rained in |May-June 2021|.", "2021-05/2021-06"},
		{"The city fell in |500 B.C.| and rose again in |A.D. 970|.", "BC0500 0970"},
		{"The ministers agreed to meet on |Friday|.", "2027-05-21"},
		{"The ministers failed to meet on |Friday|.", "2027-05-14"},
		{"The judge ordered the mayor to appear |Friday|.", "2027-05-21"},
		{"The lease had been due to expire |Friday|.", "2027-05-14"},
		{"Envoys to meet |Friday|", "2027-05-21"},
		{"She left on |Tuesday|, |a day| after he came.", "2027-05-18 P1D"},
		{"She left on |Tuesday|, the day before the vote.", "2027-05-18"},
		{"They remember the night the ship went down.", ""},
		{"It was there at the dawn of the war.", ""},
		{"In |the morning| the ship sailed.", "2027-05-19TMO"},
		{"He noted that |Saturday| would have been her birthday.", "2027-05-15"},
		{"The strain is taking a toll, she said, pointing to losses |Sunday| in Lima.", "2027-05-16"},
		{"Let's defeat them in |November|.", "2027-11"},
		{"She promised reform if they take office in |January|.", "2028-01"},
		{"As if to show it, Lee on |Tuesday| named her.", "2027-05-18"},
		{"He was hurt in |January 1998|. |The next month|, he quit.", "1998-01 1998-02"},
		{"They hope to meet in |the next month|.", "P1M"},
		{"He told them that |Tuesday|'s vote was fair.", "2027-05-18"},
		{"They meet separately |Monday|.", "2027-05-24"},
		{"They failed to meet |Monday|.", "2027-05-17"},
		{"Lee planned a march in Oslo on |Saturday|.", "2027-05-22"},
		{"It lost money in |the first quarter|. After a flat |second quarter| it was closed. In |the year-earlier period| it had gained.", "2027-Q1 2027-Q2 2026-Q1"},
		{"In |the first quarter| it paid for a unit bought |last June|. For |the nine months| it lost. In |the year-earlier period| it gained.", "2027-Q1 2026-06 P9M P9M"},
		{"They work |three days a week|.", "P1W"},
		{"It rained |every single day|; it stopped |the other day|.", "P1D PAST_REF"},
		{"OSLO, Norway, |May 18| (Kestrel) -- The envoys left |today|.", "2027-05-18 2027-05-18"},
		{"Oslo on |May 18| (in snow) was full; the envoys left |today|.", "2027-05-18 2027-05-19"},
		{"They wrote |the year-end| plan.", "2026-12-31"},
		{"It held more than a quarter of the vote.", ""},
		{"A man in his 20s was held.", ""},
		{"It is cold at this time of the year.", ""},
		{"They quit at the last minute.", ""},
		{"She writes for the Daily Kestrel and spoke on the Kestrel's \"This Week\" With Ana Ruiz.", ""},
		{"He gave to the Fund for a Better Future PAC.", ""},
		{"Work Starts |Tomorrow|, but Not |Today|", "2027-05-20 2027-05-19"},
		{"It is rare in today's world.", ""},
		{"It was held in |2020| rather than |2018|.", "2020 2018"},
		{"They live at 1600 Kestrel Avenue.", ""},
		{"It was done by |mid-afternoon Tuesday|.", "2027-05-18TAF"},
		{"They came |early on Monday morning|.", "2027-05-17TMO"},
		{"They sang of Bloody Sunday.", ""},
		{"Shops opened on |Black Friday|.", "2026-11-27"},
		{"They voted on |Super Tuesday|.", "2028-03-07"},
		{"As |Election Day| nears, they march.", "2026-11-03"},
		{"He will try again, he said in a |May Day| speech.", "2027-05-01"},
		{"\"We march |today|,\" she said on |Monday|.", "2027-05-17 2027-05-17"},
		{"``We march |today|,'' she said on |Monday|.", "2027-05-17 2027-05-17"},
		{"They met |Sunday|.\n\n|3:25 p.m.|\n\nThe envoy is here.", "2027-05-16 2027-05-19T15:25"},
		{"The envoys are meeting in Lima on |Friday|.", "2027-05-21"},
		{"The envoys were meeting in Lima on |Friday|.", "2027-05-14"},
		{"They flew in before a |Friday| meeting.", "2027-05-21"},
		{"They could leave as soon as |Friday|.", "2027-05-21"},
		{"He must go by |Friday|.", "2027-05-21"},
		{"He has been there since |Monday|.", "2027-05-17"},
		{"“We sail |tomorrow|,” she said on |Monday|.", "2027-05-18 2027-05-17"},
		{"On |Monday| she said: \"We sailed |yesterday|.\"", "2027-05-17 2027-05-16"},
		{"“We sail |tomorrow|,” she said. They met on |Monday|.", "2027-05-20 2027-05-17"},
		{"She sails |tomorrow|, the mate said on |Monday|.", "2027-05-20 2027-05-17"},
		{"“We sail |tonight|,” he told the Bay Post on |May 3|.", "2027-05-03TNI 2027-05-03"},
		{"It was cold |last winter|.", "2026-WI"},
		{"The fair begins |Saturday|.", "2027-05-22"},
		{"She becomes mayor, effective |Dec. 1|.", "2027-12-01"},
		{"He will succeed Bo P. Lind |Dec. 1|.", "2027-12-01"},
		{"He was freed on |Sept. 3|.", "2026-09-03"},
		{"The index has risen since |year-end|.", "2026-12-31"},
		{"The barn burned |last April|.", "2026-04"},
		{"The law takes effect |next March 1|.", "2028-03-01"},
		{"|Twenty minutes later| they sailed.", "PT20M"},
		{"|Hours later| they sailed.", "PTXH"},
		{"They met at |8 o'clock this morning|.", "2027-05-19T08:00"},
		{"It may double in |the next decade|.", "P10Y"},
		{"|This year|'s may be better.", "2027"},
		{"Grain of the |March| contract fell after the |1996| elections.", "2027-03 1996"},
		{"Then they danced on this march of theirs.", ""},
		{"The poet and Jan Ruiz read.", ""},
		{"They showed the iFair'11 and half of the hall left.", ""},
	})
}

// TestClauses holds which clause tells the tense of a time, and which time
// before it leans on.
func TestClauses(t *testing.T) {
	checkValues(t, []struct{ text, values string }{
		{"“We will not sail.” On |Friday| they sailed.", "2027-05-14"},
		{"``We will not sail.'' On |Friday|, they sailed.", "2027-05-14"},
		{"The mayor will speak\n\n|Friday| in Port Ellis", "2027-05-14"},
		{"She will answer the critics who on |Friday| left.", "2027-05-14"},
		{"He left the town and on |Friday| will be back.", "2027-05-21"},
		{"They danced ahead of |Saturday|'s vote.", "2027-05-22"},
		{"They met on |Monday|; at |4 p.m. yesterday| they sailed.", "2027-05-17 2027-05-18T16:00"},
		{"They met on |Monday|, as in |1990|. At |10 p.m.| they sailed.", "2027-05-17 1990 2027-05-17T22:00"},
		{"She will come |Friday| and will leave |the next day|.", "2027-05-21 2027-05-22"},
		{"It sailed on |Oct. 10, 1912|. On |Oct. 14| it sank.", "1912-10-10 1912-10-14"},
		{"It sailed on |April 10, 1912|. On |May 3| it was found.", "1912-04-10 2027-05-03"},
		{"He was mayor in |'81|, and retired |six years later|.", "1981 1987"},
		{"It was founded in |May 1995|. |The year before|, few came.", "1995-05 1994"},
		{"It fell |a year| before she left. The week before the fair was calm.", "P1Y"},
		{"She said that |Friday| would do. |One Friday| in |May| she left.", "2027-05-21 XXXX-WXX-5 2027-05"},
		{"He came on |March 4, 1991|. On |that Friday| he left.", "1991-03-04 1991-03-08"},
		{"It doubled over |the next year|.", "P1Y"},
		{"He was born in |1921|. In |the early 1950s| he came. |Two days later| he left.", "1921 195 P2D"},
		{"It should last |three months|. It opens |this summer|, as it did |this spring|. More rain is forecast for |Friday|.", "P3M 2027-SU 2027-SP 2027-05-21"},
		{"We'll meet |Friday|. They won't meet |Saturday|.", "2027-05-21 2027-05-22"},
		{"The song will air during |Sunday|'s fair. They did not stay for |Sunday|'s fair.", "2027-05-23 2027-05-16"},
		{"But until |Friday|, she had refused. The town votes on |May 20|. On |Monday|, she left.", "2027-05-14 2027-05-20 2027-05-17"},
		{"Lima meets Rome |Friday|. She is up for election in |September|.", "2027-05-21 2027-09"},
	})
}

// TestBusiness holds what quarters and years compared mean.
func TestBusiness(t *testing.T) {
	checkValues(t, []struct{ text, values string }{
		{"The firm's |first-quarter| net rose. For |the nine months|, it rose from |a year earlier|.", "2027-Q1 P9M 2026"},
		{"The firm's |first-quarter| net rose. For |the nine months|, it rose from |the year-earlier period|.", "2027-Q1 P9M P9M"},
		{"The firm's |first-quarter| net rose. For |the year|, it rose from |a year earlier|.", "2027-Q1 2027 2026"},
		{"The firm's |first-quarter| net rose. In |the first half|, it rose from |a year earlier|.", "2027-Q1 2027-H1 2026-H1"},
		{"The firm's |first-quarter| net rose. In |2025|, it fell from |a year earlier|.", "2027-Q1 2025 2024"},
		{"The firm's |first-quarter| net rose from |2025|. In |the previous quarter|, it fell.", "2027-Q1 2025 2026-Q4"},
		{"The firm expects to grow in |the second half|, less so in |the first quarter|.", "2027-H2 2027-Q1"},
		{"Its |fourth-quarter| net rose from |the year-earlier fourth quarter|.", "2026-Q4 2025-Q4"},
		{"Net fell in |the quarter| ended |March 31| from |the year-ago quarter|.", "2027-Q1 2027-03-31 2026-Q1"},
		{"Notes due |2039| rose from |a week earlier|. Sales rose in |the first half| from |the 2026 half|.", "2039 2027-W19 2027-H1 2026-H1"},
		{"Sales rose in |April| from |the year-earlier month|, and from |year-ago| levels.", "2027-04 2026-04 2026-04"},
	})
}

// TestWordsOfNumbers holds times whose numbers are words, and rarer ways to
// name a stretch.
func TestWordsOfNumbers(t *testing.T) {
	checkValues(t, []struct{ text, values string }{
		{"It rained on |March thirty-first nineteen ninety-eight|.", "1998-03-31"},
		{"It rained in |the late nineteen sixties| and |the 1980's|.", "196 198"},
		{"It rained in |nineteen-ninety-eight| and in |two thousand and one|.", "1998 2001"},
		{"It began at |six thirty p.m.|, not at |nine o'clock|.", "2027-05-19T18:30 2027-05-19T09:00"},
		{"It lasted |a hundred days|, |a full year| or |2.5 years|.", "P100D P1Y P2Y6M"},
		{"It was built |a quarter-century ago|.", "2002"},
		{"Sales rose in |the fiscal year| ended |July 31, 2026|.", "2026 2026-07-31"},
		{"It lost money |last fiscal year| and at |year-end 2025|.", "2026 2025-12-31"},
		{"It will be over by |month's end|.", "2027-05"},
		{"They left |the day after Christmas|, |two days before Easter|.", "2026-12-26 2027-03-26"},
		{"They will leave |a week from Friday|.", "2027-05-28"},
		{"It rained on |Valentine's Day| and |weekends|.", "2027-02-14 XXXX-WXX-WE"},
		{"|A few days later| they left.", "PXD"},
		{"The |2008| and |2012| elections were calm, 1500 soldiers were not.", "2008 2012"},
	})
}

// TestGuidelines holds kinds of times that the guidelines of TIMEX3 list.
func TestGuidelines(t *testing.T) {
	checkValues(t, []struct{ text, values string }{
		{"The play opens at |7:30 tonight|, or |9:30 Friday night|.", "2027-05-19T19:30 2027-05-21T21:30"},
		{"They left at |10:15 in the morning|, not |seven in the evening|.", "2027-05-19T10:15 2027-05-19T19:00"},
		{"They left |late afternoon Tuesday|.", "2027-05-18TAF"},
		{"They left |two weeks ago Friday|, |two days before yesterday|.", "2027-04-30 2027-05-16"},
		{"They will leave |two weeks from next Tuesday|, |a week from tomorrow|.", "2027-06-08 2027-05-27"},
		{"They met on |the 15th|. They will meet on |the 15th|.", "2027-05-15 2027-06-15"},
		{"They met on the 15th floor, |an hour ago|.", "2027-05-19"},
		{"They pay by |May 1| and will pay by |Dec. 31|.", "2027-05-01 2027-12-31"},
		{"It rained in |the month of April|, in |the summer of 1997-98| and in |'69|.", "2027-04 1997-SU 1969"},
		{"Sales fell in |the week| ended |May 1| and in |the week beginning May 10|.", "P1W 2027-05-01 2027-W19"},
		{"Sales fell in |calendar 1990|, in |1988's fourth quarter| and in |the most recent quarter|.", "1990 1988-Q4 2027-Q1"},
		{"Sales fell in |the January-March quarter| and in |the second half of the month|.", "2027-Q1 2027-05"},
		{"It lasted |2.7 years|, |a half hour|, |30-odd years| or |1,000 years|.", "P2.7Y PT30M P30Y P1000Y"},
		{"It fell over |the past decade and a half|; it is cleaned |every few days|.", "P15Y PXD"},
		{"It fell |10,000 years ago| or |several hundred years ago|.", "BC7974 PAST_REF"},
		{"It fell in |previous years|, but may rise in |the foreseeable future|.", "PAST_REF FUTURE_REF"},
		{"It fell on |Black Monday|, in the last days of the war.", "1987-10-19"},
		{"It lasted |the past 5 1/2 years| and will last |the next two and a half years|.", "P5Y6M P2Y6M"},
		{"It stood since |500 CE|, through |the 17th Century|, into |the '60's| and the Cup of |2018| day by day.", "0500 16 196 2018"},
		{"The fair ran |January 23 - March 9 2014|.", "2014-01-23/2014-03-09"},
		{"On |Friday|, she and her son are to travel. It is also expected |Saturday|.", "2027-05-21 2027-05-22"},
	})
}

// checkValues checks cases told in an article of Wednesday 19 May 2027.
func checkValues(t *testing.T, cases []struct{ text, values string }) {
	t.Helper()
	dct := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
	anchor := Anchor{Article: &stemma.Date{From: dct, Until: dct.AddDate(0, 0, 1)}}
	for _, c := range cases {
		var want []string
		for i, p := range strings.Split(c.text, "|") {
			if i%2 == 1 {
				want = append(want, p)
			}
		}
		text := strings.ReplaceAll(c.text, "|", "")
		var words, values []string
		for _, w := range Find(text, stemma.Span{Start: 0, End: len(text)}) {
			words = append(words, w.Text)
			values = append(values, Value(w, anchor))
		}
		if strings.Join(words, "|") != strings.Join(want, "|") || strings.Join(values, " ") != c.values {
			t.Errorf("%q: found %q, %q, want %q", c.text, words, values, c.values)
		}
	}
}
