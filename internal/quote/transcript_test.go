package quote

import (
	"sort"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

// TestTurns: names before or above turns, questions of the press, and texts that
// are no transcripts.
func TestTurns(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"interview": {`Ida Holm has led the port since 2019.

The Lake Courier: How long can it stay shut?

Ida Holm: As long as it must.

We have food for a month.

The Lake Courier: Will you pay?

Ida Holm: We will not pay twice.`, "Lake: How long can it stay shut?|Holm: As long as it must. / We have food for a month.|Lake: Will you pay?|Holm: We will not pay twice."},
		"debate": {`The Minister (Ida Holm)

I should like to make a statement on the port.

Ann Lind (Sund) (Lab)

Will she tell us whether any payment was made?

Ida Holm

We did not pay, and I told the House so.

(Laughter.)

Ann Lind

I thank her, but you were not asked that.

Ida Holm

No. I was not.`, "Minister: I should like to make a statement on the port.|Lind: Will she tell us whether any payment was made?|Holm: We did not pay, and I told the House so.|Lind: I thank her, but you were not asked that.|Holm: No. I was not."},
		"labels":  {"Where: Sund\n\nWhen: Friday\n\nPrice: We do not know.\n\nPrice: I do not know.\n\nWhere: You choose.", ""},
		"reviews": {"Pros\n\nYou will like what it does for you.\n\nCons\n\nWe think it costs you too much.\n\nPros\n\nIt is small, and you can carry it.\n\nCons\n\nI would not buy it.", ""},
		"story":   {"Ida Holm said: We will not pay.\n\nNorda: The union wants more.\n\nShe told us: no.\n\nThe union wants a month, it said on Friday.", ""},
	} {
		a := &stemma.Article{ID: "a", Text: c.text}
		r := &reader{a: a}
		at := 0
		for p := range strings.SplitSeq(c.text, "\n\n") {
			r.paras = append(r.paras, stemma.Span{Start: at, End: at + len(p)})
			at += len(p) + 2
		}
		for _, who := range []string{"Ida Holm", "Ann Lind"} {
			for i := strings.Index(c.text, who); i >= 0; {
				span := stemma.Span{Start: i, End: i + len(who)}
				r.mentions = append(r.mentions, stemma.Mention{Kind: stemma.Person, Name: who, Cite: stemma.Cite{Article: "a", Spans: []stemma.Span{span}, Exact: who}})
				k := strings.Index(c.text[span.End:], who)
				if k < 0 {
					break
				}
				i = span.End + k
			}
		}
		sort.Slice(r.mentions, func(i, j int) bool { return r.mentions[i].Cite.Spans[0].Start < r.mentions[j].Cite.Spans[0].Start })
		var got []string
		for _, x := range r.turns() {
			var words []string
			for _, w := range x.words {
				words = append(words, c.text[w.Start:w.End])
			}
			fs := strings.Fields(strings.TrimPrefix(x.name, "The "))
			who := fs[len(fs)-1]
			if who == "Courier" {
				who = "Lake"
			}
			got = append(got, who+": "+strings.Join(words, " / "))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, s, c.want)
		}
	}
}
