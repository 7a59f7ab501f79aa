package dump

import (
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// signedAt is the line below a blog's text that says who wrote it and at what
// time, "Posted by Ann Example at 21:14", -1 for none. The day of such stands
// above the text, and below it labels and remarks.
func (r *reader) signedAt(in []bool, n int) int {
	above := 0
	for i := 0; i < n; i++ {
		if l := &r.ls[i]; above >= enoughAbove && l.Words <= 14 && !l.Ends {
			if _, _, _, ok := signedLine(l.S); ok {
				return i
			}
		}
		if in[i] {
			above += r.ls[i].Words
		}
	}
	return -1
}

// signedLine reads such a line: the bytes of the name and the time.
func signedLine(s string) (from, to int, clock when.Stamp, ok bool) {
	p := prefixed(s, []string{"posted by ", "published by ", "written by ", "publié par ", "publicado por ", "eingestellt von ", "gepost door ", "postado por ", "pubblicato da ", "автор: "})
	if p == "" {
		return 0, 0, clock, false
	}
	low := strings.ToLower(s)
	for _, m := range []string{" at ", " à ", " a las ", " um ", " op ", " às ", " alle ", " на ", " в "} {
		k := strings.LastIndex(low, m)
		if k <= len(p) || !personal(s[len(p):k]) {
			continue
		}
		// a time alone is read beside a day
		const day = "1 January 2000 "
		st := when.Find(day + strings.TrimSpace(s[k+len(m):]))
		if len(st) > 0 && st[0].HasTime {
			return len(p), k, st[0], true
		}
	}
	return 0, 0, clock, false
}

// signed takes what a line "Posted by Ann Example at 21:14" says, and all below
// it out of the body.
func (r *reader) signed(a *stemma.Article, in []bool, n int) int {
	i := r.signedAt(in, n)
	if i < 0 {
		return -1
	}
	clear(in[i:n])
	l := &r.ls[i]
	from, to, _, _ := signedLine(l.S)
	r.role[i] = block.Byline
	r.names(a, from, to, i)
	return i
}

// atTime sets the time of day that line i, "Posted by Ann Example at 21:14",
// says, where the page prints the day alone.
func (r *reader) atTime(a *stemma.Article, i int) {
	if i < 0 || a.Published == nil || a.Published.Until.Sub(a.Published.From) != 24*time.Hour {
		return
	}
	_, to, st, _ := signedLine(r.ls[i].S)
	d := *a.Published
	d.From = d.From.Add(time.Duration(st.Hour)*time.Hour + time.Duration(st.Minute)*time.Minute)
	d.Until = d.From.Add(time.Minute)
	d.How = "day and time printed apart"
	a.Published = &d
	l := &r.ls[i]
	r.candidate(a, "published", strings.TrimSpace(l.S[to:]), "line", l.Start+to, l.End, true, "the time of day, below the text")
}

// isTopics reports whether line i names what an article is about, for its
// site: "Tags: ferries, ports".
func (r *reader) isTopics(i int) bool {
	l := &r.ls[i]
	if l.Ends || l.Words > 30 || r.page.Classes[i] == thread.Quote {
		return false
	}
	return prefixed(strings.TrimLeft(l.S, "•·-–—*>[("+block.Space), []string{"labels:", "tags:", "tag:", "tagged:", "tagged with:", "filed under:", "filed under ", "topics:", "related topics:", "keywords:", "categories:", "category:", "posted in:", "posted in ", "mots-clés :", "mots-clés:", "étiquettes :", "étiquettes:", "schlagwörter:", "schlagworte:", "stichworte:", "themen:", "etiquetas:", "archivado en:", "archivado en ", "key words:", "read more on:", "more on:", "in this article:", "temas:", "marcadores:", "assuntos:", "argomenti:", "trefwoorden:", "ämnen:", "emner:", "теги:", "метки:", "ключевые слова:", "темы:", "etiketler:", "topik:", "标签：", "标签:", "关键词：", "タグ:", "كلمات مفتاحية:", "الوسوم:"}) != ""
}
