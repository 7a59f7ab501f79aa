package markup

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// editWords begin the line in which a program says when a post was changed.
var editWords = []string{"edited ", "last edited", "last modified", "zuletzt geändert", "zuletzt bearbeitet", "bearbeitet ", "modifié ", "dernière modification", "dernière édition", "editado ", "última edición", "última modificación", "ultima modifica", "modificato ", "laatst bewerkt", "laatst gewijzigd", "отредактировано"}

// postChrome reports whether a block of a post is a line its program adds: the
// thread's title again at the post's head ("Re: The late ferry"), or when it was
// edited ("Last edited by lark on 3 May 2019").
func (r *reader) postChrome(i int, q *post) bool {
	b := &r.blocks[i]
	if len(q.blocks) == 0 && b.text.len() <= 200 {
		text := strings.ToLower(strings.Trim(string(r.of(b)), block.Space+"*[]()"))
		t, again := strings.CutPrefix(text, "re:")
		again = again || r.page.within(b.node, tagH1, tagH2, tagH3)
		if again && len(t) > 4 && strings.Contains(strings.ToLower(r.raw(r.page.title).S), strings.Trim(t, block.Space+".…")) {
			return true
		}
	}
	return r.saysEdited(int32(i))
}

// saysEdited reports whether block i is such a line of an edit, perhaps with the
// reason on one below.
func (r *reader) saysEdited(i int32) bool {
	if r.blocks[i].text.len() > 400 {
		return false
	}
	text, _, _ := strings.Cut(strings.Trim(string(r.of(&r.blocks[i])), block.Space+"*[]()"), "\n")
	text = strings.ToLower(text)
	for _, w := range editWords {
		if strings.HasPrefix(text, w) && len(text) < 120 {
			for _, st := range when.Find(text) {
				if st.Month > 0 || st.Ago {
					return true
				}
			}
		}
	}
	return false
}
