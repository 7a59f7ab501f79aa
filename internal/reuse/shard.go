package reuse

const (
	shardBits  = 8
	shardCount = 1 << shardBits
)

// shard is a part of the index: an open hash table from the 32 bits of a print
// below the shard's own to the articles that have it. Each shard grows by half
// on its own, so that the whole never stands half empty: about 20 bytes a
// print.
type shard struct {
	slots []slot
	used  int
	more  []posting
}

// slot holds a key and its first article. An article number is stored one
// higher, so that 0 is an empty slot.
type slot struct {
	key   uint32
	first uint32
	more  uint32 // of a key that several have: place in more, one higher
}

// posting is a further article of a key.
type posting struct {
	article uint32
	next    uint32
	count   uint32 // postings from here on
}

func (s *shard) find(key uint32) *slot {
	if len(s.slots) == 0 {
		return nil
	}
	i := int(uint64(key) * uint64(len(s.slots)) >> 32)
	for s.slots[i].first != 0 && s.slots[i].key != key {
		if i++; i == len(s.slots) {
			i = 0
		}
	}
	return &s.slots[i]
}

func (s *shard) add(key, article uint32) {
	if (s.used+1)*4 > len(s.slots)*3 {
		s.grow()
	}
	e := s.find(key)
	if e.first == 0 {
		*e = slot{key: key, first: article + 1}
		s.used++
		return
	}
	count := uint32(1)
	if e.more != 0 {
		count = s.more[e.more-1].count + 1
	}
	if count >= mostPostings {
		return
	}
	s.more = append(s.more, posting{article: article, next: e.more, count: count})
	e.more = uint32(len(s.more))
}

func (s *shard) grow() {
	old := s.slots
	s.slots = make([]slot, max(16, len(old)*3/2))
	for _, e := range old {
		if e.first != 0 {
			*s.find(e.key) = e
		}
	}
}

// each calls f with every article that has key, and how many these are.
func (s *shard) each(key uint32, f func(article, of uint32)) {
	e := s.find(key)
	if e == nil || e.first == 0 {
		return
	}
	of := uint32(1)
	if e.more != 0 {
		of += s.more[e.more-1].count
	}
	f(e.first-1, of)
	for at := e.more; at != 0; {
		p := s.more[at-1]
		f(p.article, of)
		at = p.next
	}
}
