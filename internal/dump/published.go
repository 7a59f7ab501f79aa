package dump

import (
	"regexp"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
	"github.com/stemma-news/stemma/internal/dump/when"
)

var modifiedWords = []string{"updated", "last updated", "modified", "last modified", "edited", "mis à jour", "modifié", "aktualisiert", "zuletzt geändert", "actualizado", "atualizado", "aggiornato", "diperbarui", "обновлено", "изменено", "تحديث", "آخر تحديث", "更新", "güncelleme", "bijgewerkt", "oppdatert", "uppdaterad"}

var publishedWords = []string{"published", "posted", "first published", "date", "created", "issued", "release", "released", "publié", "publiée", "veröffentlicht", "erstellt", "stand", "publicado", "pubblicato", "diterbitkan", "terbit", "tayang", "опубликовано", "дата", "نشر", "تاريخ النشر", "发布", "发表", "时间", "公開", "gepubliceerd", "publicerad", "yayın", "yayınlanma"}

// hourLine is a line with the hour of the day above it.
var hourLine = regexp.MustCompile(`^\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: \(?[A-Z]{2,5}\)?)?$`)

// printed is one date printed around an article.
type printed struct {
	stamp    when.Stamp
	from, to int // bytes of the dump
	line     int
	rank     int // lower is better
	modified bool
}

// dates finds when the article was published and changed: the dates on short
// lines around title and body, those with a word for it first.
func (r *reader) dates(a *stemma.Article, t heading, first, last int) {
	var all []printed
	top := t.line
	if top < 0 {
		top = first
	}
	for i := max(0, top-14); i < min(len(r.ls), last+12); i++ {
		l := &r.ls[i]
		if r.role[i] == block.Body || r.role[i] == block.Caption || r.role[i] == block.Related || l.Words > 26 {
			continue
		}
		for k, st := range l.Stamps {
			if !st.Whole() || st.Year < 1900 || !exists(st) {
				continue
			}
			p := printed{stamp: st, from: l.Start + st.Start, to: l.Start + st.End, line: i}
			if k == len(l.Stamps)-1 && !st.HasTime && i+1 < len(r.ls) && r.ls[i+1].Gap == 0 && hourLine.MatchString(r.ls[i+1].S) {
				// "Monday, 3 May 2010" / "08:05 AM MYT"
				if j := when.Find(l.S[st.Start:] + " " + r.ls[i+1].S); len(j) == 1 && j[0].HasTime && j[0].Whole() {
					p.stamp, p.to = j[0], r.ls[i+1].End
				}
			}
			before := ""
			if k > 0 {
				before = l.S[l.Stamps[k-1].End:st.Start]
			} else {
				before = l.S[:st.Start]
			}
			if k == 0 && i > 0 && strings.TrimSpace(before) == "" && r.ls[i-1].Words <= 3 {
				before = r.ls[i-1].S // "Published" / "3 May 2020"
			}
			p.modified = contains(before, modifiedWords) != ""
			said := contains(before, publishedWords) != "" && !p.modified
			p.rank = r.dateRank(i, top, first, last)
			if p.rank < 0 {
				continue
			}
			if said {
				p.rank -= 30
			}
			all = append(all, p)
		}
	}
	best, mod := -1, -1
	for i, p := range all {
		if p.modified {
			if mod < 0 || p.rank < all[mod].rank {
				mod = i
			}
		} else if best < 0 || p.rank < all[best].rank {
			best = i
		}
	}
	for i, p := range all {
		field, why := "published", "printed near the title"
		if p.modified {
			field, why = "modified", "said to be when it was changed"
		}
		r.candidate(a, field, r.text.S[p.from:p.to], "line", p.from, p.to, i == best || i == mod, why)
		if i == best || i == mod {
			r.role[p.line] = dateRole(r.role[p.line])
		}
	}
	if mod >= 0 {
		a.Modified = r.day(all[mod])
	}
	if best >= 0 && mod >= 0 && all[best].line < top && a.Modified.Until.Before(r.day(all[best]).From) {
		// the day of the visit stands at the top of the page: nothing is changed
		// before it is published
		a.Published = a.Modified
		r.candidate(a, "published", r.text.S[all[mod].from:all[mod].to], "line", all[mod].from, all[mod].to, true, "when it was changed, before the day at the top of the page")
		return
	}
	if best >= 0 {
		a.Published = r.day(all[best])
		return
	}
	if r.addressDay(a) {
		return
	}
	y, ok := r.yearless(t, first)
	if ok {
		r.settleYear(a, y)
	}
	switch {
	case a.Published != nil:
	case mod >= 0: // "Updated: 7 October 2022", and nothing else
		d := *a.Modified
		d.How = "when it was changed: no other day is printed"
		a.Published, a.MayBe = &d, nil
		r.candidate(a, "published", d.Text, "line", all[mod].from, all[mod].to, true, d.How)
	case !ok:
		r.mayBe(a)
	}
	if a.Published == nil && len(a.MayBe) == 0 {
		r.month(a, top, first)
	}
}

// month takes the month of an issue, "Issue 22, November 2020", where a page prints
// no day.
func (r *reader) month(a *stemma.Article, top, first int) {
	for i := max(0, top-8); i < first; i++ {
		l := &r.ls[i]
		for _, st := range l.Stamps {
			if st.Year >= 1900 && st.Month > 0 && st.Day == 0 && l.Words <= 6 && i != top && !l.Ends {
				from := time.Date(st.Year, time.Month(st.Month), 1, 0, 0, 0, 0, time.UTC)
				text := l.S[st.Start:st.End]
				a.Published = &stemma.Date{From: from, Until: from.AddDate(0, 1, 0), Text: text, How: "printed, a month"}
				r.candidate(a, "published", text, "line", l.Start+st.Start, l.Start+st.End, true, "the month of the issue")
				return
			}
		}
	}
}

func dateRole(role block.Role) block.Role {
	if role == block.Chrome {
		return block.Date
	}
	return role
}

// dateRank says how good the place of line i is for the date of the article: -1
// for none.
func (r *reader) dateRank(i, top, first, last int) int {
	dense := r.page.Classes[i] == thread.Stamp || r.ls[i].Words <= 10
	switch {
	case i > top && i < first+3 && i <= first: // between title and body
		return (i - top) + pick(dense, 0, 12)
	case i == top:
		return 20
	case i < top:
		return 15 + (top-i)*2 + pick(dense, 0, 12)
	case i > last:
		if r.ls[i].Words > 12 || i > last+6 {
			return -1
		}
		return 45 + (i - last)
	case i <= first+3:
		return 25
	}
	return -1
}

func pick(ok bool, a, b int) int {
	if ok {
		return a
	}
	return b
}

func exists(st when.Stamp) bool {
	return time.Date(st.Year, time.Month(st.Month), st.Day, 0, 0, 0, 0, time.UTC).Day() == st.Day
}

func (r *reader) day(p printed) *stemma.Date { return dateOf(p.stamp, r.text.S[p.from:p.to]) }

// dateOf is a printed date as a stretch of time.
func dateOf(st when.Stamp, text string) *stemma.Date {
	from, until, zone := st.Range()
	how := "printed"
	if st.Swapped {
		how = "printed; day and month could be read the other way round"
	}
	return &stemma.Date{From: from.UTC(), Until: until.UTC(), Text: text, How: how, Zone: zone}
}
