package main

import "github.com/spf13/cobra"

func undoCommand() *cobra.Command {
	return correction{
		verb: "undo", use: "ID", short: "Take a correction back",
		long:  "ID is that of a correction, or its beginning, six characters and more. An undoing can be undone.",
		least: 1, missing: "undo takes a record and the id of a correction", hint: "`stemma show RECORD log` lists the corrections with their ids; six characters of one are enough",
	}.command()
}
