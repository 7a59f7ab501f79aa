package reuse

import "slices"

// difference is how two members differ: places where both have the passage and
// read otherwise, and words of passages that only one has, with in how many
// stretches.
type difference struct {
	variants        int
	missing, blocks int  // words of the second the first lacks; stretches of them that a third member has too
	dropped, cuts   int  // words of the first the second lacks
	shares          bool // whether there is a passage that both have
}

// between compares members i and j; cost: the columns.
func (c *collation) between(i, j int) difference {
	return c.compare(func(k int) int32 { return c.columns[k].reads[i] }, j)
}

// from compares the head, whose readings are by column, and member j.
func (c *collation) from(head []int32, j int) difference {
	return c.compare(func(k int) int32 { return head[k] }, j)
}

func (c *collation) compare(parent func(k int) int32, j int) difference {
	var d difference
	differ, lackI, lackJ := false, false, false
	for k := range c.columns {
		col := &c.columns[k]
		x, y := parent(k), col.reads[j]
		now := x != lacks && y != lacks && x != y
		if now && !differ {
			d.variants++
		}
		differ = now
		if col.words == 0 {
			continue
		}
		d.shares = d.shares || x != lacks && y != lacks
		if x == lacks && y != lacks {
			d.missing += col.words
			if !lackI && col.shared {
				d.blocks++
			}
			lackI = lackI || col.shared
		} else {
			lackI = false
		}
		if y == lacks && x != lacks {
			d.dropped += col.words
			if !lackJ {
				d.cuts++
			}
		}
		lackJ = y == lacks && x != lacks
	}
	return d
}

// sides counts the places where j leaves its parent i and reads with q, in a
// reading that is not the base's plain one.
func (c *collation) sides(i, j, q int) int {
	n, on := 0, false
	for k := range c.columns {
		x, y, z := c.columns[k].reads[i], c.columns[k].reads[j], c.columns[k].reads[q]
		now := x != lacks && y != lacks && x != y && y == z && (c.columns[k].words > 0 || y != same)
		if now && !on {
			n++
		}
		on = now
	}
	return n
}

// archetype returns how the text some members descend from is likely to have
// read in each column: as most of those that have the passage do, and without
// it where most of those that go on behind it have it not. Of equals, as most
// of all members.
func (c *collation) archetype(members []int) []int32 {
	head := make([]int32, len(c.columns))
	all := make([]int, len(c.words))
	for i := range all {
		all[i] = i
	}
	for k := range c.columns {
		usual, _ := c.vote(k, all, same)
		reading, tie := c.vote(k, members, usual)
		if tie {
			reading = usual
		}
		head[k] = reading
	}
	return head
}

// vote returns what most of some members read in column k, the preferred
// reading of equals, and whether as many have the passage as have it not.
func (c *collation) vote(k int, members []int, preferred int32) (reading int32, tie bool) {
	votes := make([]int32, 0, len(members))
	without := 0
	for _, m := range members {
		switch r := c.columns[k].reads[m]; {
		case r != lacks:
			votes = append(votes, r)
		case k >= c.beside || c.ends[m] > k:
			without++
		}
	}
	if len(votes) == 0 || len(votes) < without {
		return lacks, false
	}
	return most(votes, preferred), len(votes) == without
}

// most returns the commonest vote; of equals the preferred one, else the
// least. Votes are put in order.
func most(votes []int32, preferred int32) int32 {
	slices.Sort(votes)
	best, count := preferred, 0
	for i := 0; i < len(votes); {
		j := i
		for j < len(votes) && votes[j] == votes[i] {
			j++
		}
		if j-i > count || j-i == count && votes[i] == preferred {
			best, count = votes[i], j-i
		}
		i = j
	}
	return best
}
