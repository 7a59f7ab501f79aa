package main

import "github.com/spf13/cobra"

func forgetCommand() *cobra.Command {
	return correction{
		verb: "forget", use: "PAGE...", short: "Remove pages and all that rests on them alone",
		long:  "A PAGE is its path or address as the record has it, or the id of its capture or\nof an article on it. Its bytes are removed from the file for good, and it is not\nread again unless the forgetting is undone.",
		least: 1, missing: "forget takes a record and pages", hint: "`stemma show RECORD pages` lists the pages",
	}.command()
}
