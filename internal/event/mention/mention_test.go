package mention

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// shown writes a mention as "attend: Ruiz, talks; present may negative (Monday)".
func shown(text string, m stemma.EventMention) string {
	cut := func(s *stemma.Span) string {
		if s == nil {
			return "-"
		}
		return text[s.Start:s.End]
	}
	out := text[m.Span.Start:m.Span.End] + ": " + cut(m.Who) + ", " + cut(m.Whom) + "; " + strings.Join(strings.Fields(m.Tense+" "+m.Modality), " ")
	if m.Polarity == "negative" {
		out += " not"
	}
	if m.When != nil {
		out += " (" + cut(m.When) + ")"
	}
	return out
}

func TestFind(t *testing.T) {
	for text, want := range map[string][]string{
		"Police arrested two men in Sund on Monday.":                                    {"arrested: Police, two men; past (Monday)"},
		"On Friday the car was seized by the Norlandic navy after it left the harbour.": {"seized: Norlandic navy, car; past (Friday)", "left: it, harbour; past"},
		"Ruiz will not sign the treaty.":                                                {"sign: Ruiz, treaty; future not"},
		"The army's attack on Sund may have killed nine people.":                        {"attack: army, Sund; ", "killed: attack, nine people; may"},
		"The minister urged Ruiz to resign.":                                            {"urged: minister, Ruiz; past", "resign: Ruiz, -; infinitive"},
		"The ship was seized and burned on the spot.":                                   {"seized: -, ship; past", "burned: -, ship; past"},
		"Ruiz can no longer sign the treaty.":                                           {"sign: Ruiz, treaty; can not"},
		"The green chairs are in the long room.":                                        nil,
	} {
		a := &stemma.Article{ID: "a", Capture: "c", Text: text}
		var got []string
		for _, m := range Find(a, lang.Analyse(text, nil), nil, nil).Mentions {
			got = append(got, shown(text, m))
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// TestNames: a name is given whole, and the word of a telling is a mention.
func TestNames(t *testing.T) {
	text := "Gen. Ana Ruiz of Norland met the chair."
	a := &stemma.Article{ID: "a", Capture: "c", Text: text, Source: []stemma.Source{{Span: stemma.Span{End: len(text)}, Range: stemma.Range{End: len(text)}}}}
	at := func(w string) []stemma.Span {
		i := strings.Index(text, w)
		return []stemma.Span{{Start: i, End: i + len(w)}}
	}
	names := []stemma.Mention{{Cite: stemma.Cite{Spans: at("Ana Ruiz")}}, {Cite: stemma.Cite{Spans: at("Norland")}}}
	id := stemma.LocalID(stemma.TellingID, a, at("chair"))
	ms := Find(a, lang.Analyse(text, nil), names, []stemma.Telling{{ID: id, Cites: []stemma.Cite{{Spans: at(text)}}}}).Mentions
	if len(ms) != 2 || shown(text, ms[0]) != "met: Ana Ruiz, chair; past" || ms[1].Telling != id {
		t.Errorf("%+v", ms)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Police arrested two men, who said on Monday that “talks” failed.")
	f.Add("No-\n\nvisit by of to 's")
	f.Fuzz(func(t *testing.T, text string) {
		a := &stemma.Article{ID: "a", Capture: "c", Text: text}
		last := -1
		for _, m := range Find(a, lang.Analyse(text, nil), nil, nil).Mentions {
			for _, s := range []*stemma.Span{&m.Span, m.Who, m.Whom, m.When} {
				if s != nil && (s.Start < 0 || s.Start >= s.End || s.End > len(text)) {
					t.Fatalf("%v does not lie in %d bytes", *s, len(text))
				}
			}
			if m.Span.Start < last {
				t.Fatal("out of order")
			}
			last = m.Span.Start
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The minister said on Monday that police had arrested nine men after the attack on the port. "+
		"The army's spokesman denied it, and called the talks over the border with Norland a waste of money. "+
		"Builders are to begin with the new road, which was promised to farmers, as soon as it is paid for. ", 14)
	a := &stemma.Article{ID: "a", Capture: "c", Text: text}
	d := lang.Analyse(text, nil)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a, d, nil, nil)
	}
}
