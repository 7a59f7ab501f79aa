package reuse

// difference is how two members differ: places where both have the passage and
// read otherwise, and words of passages that only one has.
type difference struct {
	variants int
	missing  int  // words of the second the first lacks
	dropped  int  // words of the first the second lacks
	shares   bool // whether there is a passage that both have
}

// between compares members i and j; cost: the columns.
func (c *collation) between(i, j int) difference {
	var d difference
	differ := false
	for k := range c.columns {
		col := &c.columns[k]
		x, y := col.reads[i], col.reads[j]
		now := x != lacks && y != lacks && x != y
		if now && !differ {
			d.variants++
		}
		differ = now
		switch {
		case x != lacks && y != lacks:
			d.shares = d.shares || col.words > 0
		case y != lacks:
			d.missing += col.words
		case x != lacks:
			d.dropped += col.words
		}
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
