package stemma

import "sort"

// Links tells which entity the words of an article name: by article id, in
// order of their start.
type Links map[string][]Link

// Link is one stretch of an article that names an entity.
type Link struct {
	Span
	Entity string
}

// In returns the links that overlap s.
func (l Links) In(article string, s Span) []Link {
	all := l[article]
	i := sort.Search(len(all), func(i int) bool { return all[i].End > s.Start })
	j := i
	for j < len(all) && all[j].Start < s.End {
		j++
	}
	return all[i:j]
}

// Scene is what resolving may know: pages against pages, as vocabulary. Each
// step of resolving reads what the steps before it filled in.
type Scene struct {
	Articles []*Article // in order of id
	ByID     map[string]*Article
	Copies   []Copy
	Families []Family
	Stories  []Story
	Links    Links
	Entities map[string]*Entity // by id
	// Corrections in force, oldest first, those undone left out.
	Corrections []Correction
}

// Storylines gives, by article, the storyline it stands in: of a post that of the
// articles on its page, the least of several.
func (s *Scene) Storylines() map[string]string {
	out, pages := map[string]string{}, map[string]string{}
	for i := range s.Stories {
		line := s.Stories[i].Storyline
		for _, id := range s.Stories[i].Articles {
			out[id] = line
			if a := s.ByID[id]; a != nil && (pages[a.Capture] == "" || line < pages[a.Capture]) {
				pages[a.Capture] = line
			}
		}
	}
	for _, a := range s.Articles {
		if line := pages[a.Capture]; out[a.ID] == "" && line != "" {
			out[a.ID] = line
		}
	}
	return out
}

// NewScene returns the scene of articles, put in order of id.
func NewScene(articles []*Article) *Scene {
	s := &Scene{Articles: articles, ByID: map[string]*Article{}, Links: Links{}, Entities: map[string]*Entity{}}
	sort.Slice(s.Articles, func(i, j int) bool { return s.Articles[i].ID < s.Articles[j].ID })
	for _, a := range s.Articles {
		s.ByID[a.ID] = a
	}
	return s
}
