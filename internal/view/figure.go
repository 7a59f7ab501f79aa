package view

import (
	"context"
	"sort"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
)

// Ledger is the figures of one measure, by who claims them.
type Ledger struct {
	Measure string
	Claims  []Claim
}

// Claim is what one claimant says of one measure, in order of time.
type Claim struct {
	// Who says so: "a hospital"; "" where the page names nobody.
	Who     string
	Entries []Entry
}

// Entry is one claimed number and every place that prints it.
type Entry struct {
	// Number is the claim in words: "at least 14", "between 3 and 5".
	Number string
	What   string
	Place  string
	AsOf   *stemma.Date
	// Revises is the earlier number of the same claimant that this one takes
	// the place of, "" where it revises none.
	Revises string
	At      []Counted
	// Standing is that of the first of At.
	Standing Standing
}

// Claimed is the number and what it counts: "at least 14 people hurt",
// "thousands of soldiers".
func (e *Entry) Claimed() string {
	switch {
	case e.What == "" || currency(e.What):
		return e.Number
	case (e.At[0].Measure == "money" || e.At[0].Measure == "share") && e.What != e.At[0].Unit && !strings.HasPrefix(e.What, "of "):
		return e.Number + " (" + e.What + ")"
	case e.At[0].Value == nil && e.At[0].Low == nil && e.At[0].High == nil && e.At[0].Words != "" && !strings.HasSuffix(e.Number, " of") && !strings.HasPrefix(e.At[0].Words, "several") && !strings.HasPrefix(e.At[0].Words, "few") && (e.What != e.At[0].Measure || e.What == "people"):
		return e.Number + " of " + e.What
	}
	return e.Number + " " + e.What
}

// claimant is who a figure is according to, by name where that is known, as it
// stands within a sentence.
func (r *Reader) claimant(ctx context.Context, f *stemma.Figure) (string, error) {
	who := f.AccordingTo
	if who != "" && len(f.Chain) > 0 && f.Chain[0].How != stemma.HowCredit && f.Chain[0].How != stemma.HowCopy && f.Chain[0].Entity != "" {
		e, err := get[stemma.Entity](ctx, r.rec, "entity", string(f.Chain[0].Entity))
		if err != nil {
			return who, err
		}
		if e.Kind != stemma.Place {
			who = e.Name
		}
	}
	for _, the := range []string{"The ", "A ", "An "} {
		if rest, ok := strings.CutPrefix(who, the); ok {
			return strings.ToLower(the) + rest, nil
		}
	}
	return who, nil
}

// Counted is one figure at one place.
type Counted struct {
	stemma.Figure
	In Brief
}

// ledgers orders figures by measure, claimant and time. Figures with the same
// number of the same things by the same claimant in one storyline are one entry.
func (r *Reader) ledgers(ctx context.Context, figures []stemma.Figure) ([]Ledger, error) {
	var out []Ledger
	numbers := map[stemma.Ref]string{}
	for i := range figures {
		numbers[stemma.Ref(figures[i].ID)] = Number(&figures[i])
	}
	for i := range figures {
		f := &figures[i]
		b, err := r.brief(ctx, f.Article)
		if err != nil {
			return nil, err
		}
		measure := f.Measure
		if measure == "" {
			measure = f.What
		}
		l := within(&out, func(l *Ledger) bool { return l.Measure == measure }, Ledger{Measure: measure})
		who, err := r.claimant(ctx, f)
		if err != nil {
			return nil, err
		}
		c := within(&l.Claims, func(c *Claim) bool { return plain(c.Who) == plain(who) }, Claim{Who: who})
		number := Number(f)
		e := within(&c.Entries, func(e *Entry) bool {
			return e.Number == number && e.Place == f.Place && e.At[0].Storyline == f.Storyline && e.At[0].SameThing(f)
		},
			Entry{Number: number, What: f.What, Place: f.Place, AsOf: f.AsOf})
		if len(f.Noun()) > len((&stemma.Figure{What: e.What, Unit: f.Unit, Measure: f.Measure}).Noun()) {
			e.What = f.What
		}
		if n := numbers[f.Revises]; f.Revises != "" && n != number {
			e.Revises = n
		}
		e.At = append(e.At, Counted{*f, b})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Measure < out[j].Measure })
	for i := range out {
		claims := out[i].Claims
		sort.SliceStable(claims, func(i, j int) bool { // nobody last
			if (claims[i].Who == "") != (claims[j].Who == "") {
				return claims[i].Who != ""
			}
			return claims[i].Who < claims[j].Who
		})
		for _, c := range claims {
			sort.SliceStable(c.Entries, func(i, j int) bool { return before(c.Entries[i].since(), c.Entries[j].since()) < 0 })
			for k := range c.Entries {
				e := &c.Entries[k]
				sort.SliceStable(e.At, func(i, j int) bool { return before(e.At[i].In.Published, e.At[j].In.Published) < 0 })
				s, err := r.Standing(ctx, e.At[0].ID)
				if err != nil {
					return nil, err
				}
				e.Standing = s
			}
		}
	}
	return out, nil
}

// since is the date an entry is ordered by: as of, else as reported.
func (e *Entry) since() *stemma.Date {
	if e.AsOf != nil {
		return e.AsOf
	}
	if d := e.At[0].Reported; d != nil {
		return d
	}
	return e.At[0].In.Published
}

// within returns the one of list that is wanted, put there if it is not.
func within[T any](list *[]T, wanted func(*T) bool, fresh T) *T {
	for i := range *list {
		if wanted(&(*list)[i]) {
			return &(*list)[i]
		}
	}
	*list = append(*list, fresh)
	return &(*list)[len(*list)-1]
}

// Number is the claimed number in words: "at least 870", "3 to 5",
// "thousands", "$1,200".
func Number(f *stemma.Figure) string {
	var s string
	switch {
	case f.Low != nil && f.High != nil && *f.Low != *f.High:
		s = digits(*f.Low) + " to " + digits(*f.High)
	case f.Value != nil:
		s = digits(*f.Value)
	case f.Words != "":
		s = f.Words
	case f.Low != nil:
		s = digits(*f.Low) + " or more"
	case f.High != nil:
		s = "up to " + digits(*f.High)
	default:
		s = "a number not read"
	}
	switch {
	case currency(f.Unit):
		s = f.Unit + s
	case f.Unit == "%":
		s += "%"
	case f.Unit == "" || f.Unit == f.What || f.Unit == "people" && f.What != "":
	case f.Words != "" && f.Value == nil && f.Low == nil:
		s += " of " + f.Unit // "millions of dollars"
	default:
		s += " " + f.Unit
	}
	if f.Bound != "" && !strings.HasPrefix(s, f.Bound) {
		s = f.Bound + " " + s
	}
	return s
}

// currency reports whether a unit is the sign of a currency, printed before its number.
func currency(unit string) bool { return strings.ContainsAny(unit, "$€£¥₹") }

// digits writes a number with its thousands parted by commas: "1,234.5".
func digits(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if frac != "" {
		whole += "." + frac
	}
	return sign + whole
}
