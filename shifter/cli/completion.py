"""Completion: what a shell asks when tab is pressed, and the lines that teach it to ask."""

from collections.abc import Sequence

from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session

# Each hands over the words after `shifter` up to the cursor, and takes what comes back, a
# candidate a line. Where nothing comes back, the shell goes on with the names of files.
_SCRIPTS = {
    "bash": """\
_shifter() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(shifter completion bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _shifter shifter""",
    "zsh": """\
#compdef shifter
_shifter() {
    local -a lines names shown
    lines=("${(@f)$(shifter completion zsh -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    lines=("${(@)lines:#}")
    (( $#lines )) || { _files; return }
    names=("${(@)lines%%$'\\t'*}")
    shown=("${(@)lines//$'\\t'/  -- }")
    compadd -l -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -d shown -a names
}
compdef _shifter shifter""",
    "fish": """\
complete --command shifter --no-files --arguments \\
    '(shifter completion fish -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
complete --command shifter --force-files \\
    --condition '__fish_seen_subcommand_from export import remind backup restore'""",
}


class Completion(Command):
    description = (
        "Print what teaches your shell to complete shifter's commands and options when\n"
        "you press tab, with the names of your ideas and people. It goes into the file\n"
        "that the shell reads when it starts."
    )
    examples = (
        'eval "$(shifter completion bash)"             # in ~/.bashrc',
        'eval "$(shifter completion zsh)"              # in ~/.zshrc, after compinit',
        "shifter completion fish | source              # in ~/.config/fish/config.fish",
    )
    needs_arguments = True

    shell: str
    words: Sequence[str] = ()

    def describe(self, parser: "Parser") -> None:
        from argparse import REMAINDER

        parser.add_argument("shell", choices=_SCRIPTS, metavar="SHELL", help="bash, zsh or fish")
        # Every other way of taking words loses a -- among them.
        parser.add_argument(
            "words", nargs=REMAINDER, metavar="-- WORD", help="what the shell asks when tab is hit"
        )

    def run(self, session: "Session") -> Answer:
        if self.words == ["--json"]:
            self.json, self.words = True, []
        if not self.words:
            script = _SCRIPTS[self.shell]
            return Answer(lambda: {"script": script}, lambda _: script.splitlines())
        from shifter.cli.completing import candidates, in_bash

        found = candidates(self.words, session)
        if self.shell == "bash":
            lines = in_bash(found, self.words[-1])
        else:
            lines = [f"{word}\t{about}" if about else word for word, about, _ in found]
        return Answer(
            lambda: {"candidates": [word for word, *_ in found]},
            lambda _: lines,
            lambda: (f"{line}\n" for line in lines),
        )
