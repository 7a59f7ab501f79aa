package main

import "github.com/spf13/cobra"

func partCommand() *cobra.Command {
	return correction{
		verb: "part", use: "ID ID...", short: "Say that lines are not one: quotes of one saying, tellings of one event, names, articles",
		long:  "No two of the lines named will be joined. Name the members that are to be kept\napart: two quotes of a saying, not the saying.\n\n" + namesAlone,
		least: 2, missing: "part takes a record and at least two ids", hint: listIDs + "; only lines of one kind can be parted",
	}.command()
}
