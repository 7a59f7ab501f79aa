package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

func cut(s string, spans []stemma.Span) []string {
	var out []string
	for _, p := range spans {
		out = append(out, s[p.Start:p.End])
	}
	return out
}

func TestSentences(t *testing.T) {
	// "|" stands where a sentence ends and another begins.
	cases := []string{
		"Rain fell.|It stopped.",
		"The U.S. envoy met Gen. Min on Jan. 4 at 5 p.m. EST.|Nobody else came.",
		"He lives in the U.S.|The others left.",
		"“We will stay,” Ms. Karlsson said.|“We have to.”|Nobody answered.",
		"“Why now?” Anna Karlsson asked.|“Who else?” she said.",
		"Prices rose 3.5 percent to $4.20.|Shares fell.",
		"OSLO. May 3 (NTB) - Rain fell on the coast.|It was cold.",
		"J. R. Smith Jr. and Acme Corp. signed.|The deal is worth 2 million.",
		"Wait... he said no.|Really?|Yes!",
		"See No. 5 of the list.|5 people came.",
		"He said no.|Five people came.",
		"A first paragraph without a stop|\n\nA second one",
		"They left the talks.The others stayed at example.com/a.b for now.",
		"i will call them tonight.|they are never late.|are you there?|good",
		"Bread, milk etc. are dear.|Yahoo! is not, says he approx. twice.",
		"That was fun :-)|Posted by a friend",
		"Anna Berg|10/08/1999 08:52 AM|Please read this.",
		"sent on 10/08/1999 08:52:10 PM|Please read this.",
		"the end of it|==========|Please read this.",
		"It was here . . . or there.|Not now.",
		"Best regards,|Ann Berg http://example.org/a|Ann",
		"Dear all,|The bridge is open.|Call 303-555-0142.|they know.",
		"the BEST!!!|and cheap|* * *|The following:|1. Bread",
		"from Ann <ann@example.org>|Groups: walkers",
		"write to ann@example.org|Her page is new.|is that so ?|i doubt it",
		"Mr. Jones (the U.N. envoy) left.|(He came back.)|Then he slept.",
	}
	for _, c := range cases {
		want := strings.Split(c, "|")
		s := strings.ReplaceAll(strings.ReplaceAll(c, "|\n\n", "\n\n"), "|", " ")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if strings.Contains(c, "talks.The") {
			want = []string{"They left the talks.", "The others stayed at example.com/a.b for now."}
		}
		if got := cut(s, Sentences(s)); !slices.Equal(got, want) {
			t.Errorf("Sentences(%q) = %q", s, got)
		}
	}
}

func TestTokens(t *testing.T) {
	cases := map[string]string{
		"Myanmar's army can't win, it said.": "Myanmar 's army ca n't win , it said .",
		"She cannot, won’t and didn’t.":      "She can not , wo n’t and did n’t .",
		"A well-known pro-army e-mail":       "A well - known pro-army e-mail",
		"The U.S. paid $4.5m in Sept. 2020.": "The U.S. paid $ 4.5 m in Sept. 2020 .",
		"At 10:30 a.m. (GMT) he left...":     "At 10:30 a.m. ( GMT ) he left ...",
		"the travellers' bags, 1,200 of 'em": "the travellers ' bags , 1,200 of ' em",
		"See http://example.org/a,b. Now!!":  "See http://example.org/a,b . Now !!",
		"“No,” said O'Brien of AT&T.":        "“ No , ” said O'Brien of AT&T .",
		"He said no.":                        "He said no .",
		"I dont know, 5pm #rain":             "I do nt know , 5 pm #rain",
		"call 212-555-0123 :-) or :( b/c":    "call 212-555-0123 :-) or :( b/c",
		"a 2-1 win, see (this:a) or a:D":     "a 2 - 1 win , see ( this : a ) or a : D",
		"Im here, $$$ for ann@OFFICE # 1":    "I m here , $$$ for ann@OFFICE # 1",
		"milk etc.":                          "milk etc .",
		"in the U.S.":                        "in the U.S.",
		"its the best, its roof, alot of":    "it s the best , its roof , a lot of",
		"Lets see. What.? Acme Inc..":        "Let s see . What .? Acme Inc. .",
		"12k saw @ann lift 35mm, +47 ----==": "12 k saw @ann lift 35 mm , +47 ----==",
		"see (minutes-7-01.doc).":            "see ( minutes-7-01.doc ) .",
		"the 1990's \"Ann\"<a.b@c.org>":      "the 1990's \" Ann \" < a.b@c.org >",
		"in the '90s (the 2010s)":            "in the '90s ( the 2010s )",
	}
	for s, want := range cases {
		if got := strings.Join(cut(s, Tokens(nil, s, 0, len(s))), " "); got != want {
			t.Errorf("Tokens(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	s := "Don't pay 1,200,then run-off a U.S. 'test'"
	want := []string{"Don't", "pay", "1,200", "then", "run-off", "a", "U.S", "test"}
	if got := cut(s, Words(s)); !slices.Equal(got, want) {
		t.Errorf("Words = %q", got)
	}
}

func TestLexiconsAreSorted(t *testing.T) {
	for name, s := range map[string]string{"abbreviations": abbreviationsText, "prefixes": prefixesText, "starters": startersText, "sayings": sayingsText} {
		lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
		if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s.txt is not sorted, or says a line twice", name)
		}
	}
	for w, a := range abbreviations {
		if !strings.ContainsRune("tnmoc", rune(a.kind)) || w != strings.ToLower(w) {
			t.Errorf("abbreviations.txt: %s %c", w, a.kind)
		}
	}
}

// FuzzText holds that sentences and tokens ascend, lie in the text, are not
// empty, and leave only white space between them.
func FuzzText(f *testing.F) {
	f.Add("The U.S. envoy met Gen. Min. He can't stay... \"Why?\" O'Brien's.")
	f.Add("Thanks, Ann its a 35mm http://a.b Alot ...? \"A\"<b@c.d> 1990's ----== Inc.. +4 @a")
	f.Add("\xff\xfe. a\n \nb!?”’ 1. x'll'll cannot't-. ...")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		blank := func(a, b int) {
			if g := s[a:b]; strings.TrimFunc(g, space) != "" {
				t.Fatalf("%q passed over in %q", g, s)
			}
		}
		for _, sen := range Sentences(s) {
			if sen.Start < at || sen.End > len(s) || sen.Start >= sen.End {
				t.Fatalf("sentence %v of %q", sen, s)
			}
			blank(at, sen.Start)
			at = sen.End
			w := sen.Start
			for _, tok := range Tokens(nil, s, sen.Start, sen.End) {
				if tok.Start < w || tok.End > sen.End || tok.Start >= tok.End {
					t.Fatalf("token %v of %q", tok, s)
				}
				blank(w, tok.Start)
				w = tok.End
			}
			blank(w, sen.End)
		}
		blank(at, len(s))
		at = 0
		for _, w := range Words(s) {
			if w.Start < at || w.End > len(s) || w.Start >= w.End || !utf8.ValidString(s[w.Start:w.End]) {
				t.Fatalf("word %v of %q", w, s)
			}
			at = w.End
		}
	})
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]string{"Arıkan": "Arikan", "Gökbel": "Gokbel", "Łódź": "Lodz", "Østby’s": "Ostby's", "as is": "as is", "дом": "дом"} {
		if got := Plain(s); got != want {
			t.Errorf("Plain(%q) = %q, want %q", s, got, want)
		}
	}
}
