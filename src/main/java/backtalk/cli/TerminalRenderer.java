package backtalk.cli;

import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders messages for a terminal: lines are wrapped at words, emphasis appears on real terminals
 * only.
 */
record TerminalRenderer(TerminalCapabilities terminalCapabilities) {
  private static final String END = "\u001b[0m";

  /** Begins a list item; further lines of the item are indented by its length. */
  private static final String BULLET = "• ";

  /** Renders the messages of a turn; the buttons of the last message with any are numbered. */
  String page(List<Message> messages) {
    int newest = newest(messages);
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < messages.size(); i++) {
      messages.get(i).picture().ifPresent(it -> page.append("[" + it.alt() + "]\n"));
      page.append(text(messages.get(i).text())).append(buttons(messages.get(i), i == newest));
      page.append('\n');
    }
    return page.toString();
  }

  private static int newest(List<Message> messages) {
    int at = messages.size() - 1;
    while (at >= 0 && messages.get(at).buttons().isEmpty()) {
      at--;
    }
    return at;
  }

  /** Renders a text as lines, each with its line end. */
  String text(FormattedText text) {
    StringBuilder lines = new StringBuilder();
    for (Piece piece : pieces(text.plain())) {
      lines.append(" ".repeat(piece.indent()));
      lines
          .append(terminalCapabilities.terminal() ? marked(text, piece) : piece.of(text.plain()))
          .append('\n');
    }
    return lines.toString();
  }

  /** Holds a range of a text, {@code to} exclusive, and its indent in columns. */
  private record Piece(int from, int to, int indent) {
    String of(String plain) {
      return plain.substring(from, to);
    }
  }

  private List<Piece> pieces(String plain) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from <= plain.length()) {
      int end = plain.indexOf('\n', from);
      int to = end < 0 ? plain.length() : end;
      wrap(plain, from, to, pieces);
      from = to + 1;
    }
    return pieces;
  }

  private void wrap(String plain, int begin, int end, List<Piece> pieces) {
    int hang = plain.startsWith(BULLET, begin) ? BULLET.length() : 0;
    int from = begin;
    int indent = 0;
    while (end - from > terminalCapabilities.width() - indent) {
      int fits = from + terminalCapabilities.width() - indent;
      int space = plain.lastIndexOf(' ', fits);
      int cut = space > from + hang ? space : fits;
      pieces.add(new Piece(from, cut, indent));
      from = cut == space ? cut + 1 : cut;
      indent = hang;
    }
    pieces.add(new Piece(from, end, indent));
  }

  private static String marked(FormattedText text, Piece piece) {
    StringBuilder line = new StringBuilder();
    int at = piece.from();
    for (FormattedText.Mark mark : text.marks()) {
      int from = Math.max(at, mark.offset());
      int to = Math.min(piece.to(), mark.offset() + mark.length());
      if (from < to) {
        line.append(text.plain(), at, from).append(begin(mark.style()));
        line.append(text.plain(), from, to).append(END);
        at = to;
      }
    }
    return line.append(text.plain(), at, piece.to()).toString();
  }

  private static String begin(FormattedText.Style style) {
    return switch (style) {
      case BOLD -> "\u001b[1m";
      case ITALIC -> "\u001b[3m";
      case QUOTE -> "\u001b[2m";
    };
  }

  /** Renders the buttons, as many to a line as fit. */
  private String buttons(Message message, boolean numbered) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    int number = 1;
    for (Button button : message.buttons()) {
      String shown = numbered ? "[" + number++ + "] " + button.label() : "[" + button.label() + "]";
      if (!line.isEmpty() && line.length() + 3 + shown.length() > terminalCapabilities.width()) {
        lines.append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : "   ").append(shown);
    }
    return line.isEmpty() ? "" : lines.append(line).append('\n').toString();
  }
}
