package backtalk.dialogue;

import backtalk.conversation.Line;
import java.util.ArrayList;
import java.util.List;

/** A card in the writing: it remembers which lines it used, and names their sources at the end. */
final class Sheet {

  private final Writer writer = new Writer();
  private final List<Line> used = new ArrayList<>();
  private final Phrasebook phrases;

  Sheet(Phrasebook phrases) {
    this.phrases = phrases;
  }

  Sheet title(String words) {
    writer.paragraph(Text.Style.BOLD, words);
    return this;
  }

  /** Words that claim nothing. */
  Sheet words(String words) {
    writer.paragraph(words);
    return this;
  }

  /** Lines as one paragraph. */
  Sheet paragraph(List<Line> lines) {
    writer.paragraph(String.join(" ", said(lines)));
    return this;
  }

  Sheet bullets(List<Line> lines) {
    writer.bullets(said(lines));
    return this;
  }

  Sheet plainBullets(List<String> items) {
    writer.bullets(items);
    return this;
  }

  /** Lines under a heading; none, and there is no heading. */
  Sheet headed(String heading, List<Line> lines) {
    return lines.isEmpty() ? this : title(phrases.say(heading)).bullets(lines);
  }

  /** Lines count as used though they are not said here. */
  Sheet resting(List<Line> lines) {
    used.addAll(lines);
    return this;
  }

  Sheet sources(SourceLine sources) {
    String named = sources.of(used);
    if (!named.isEmpty()) {
      writer.paragraph(Text.Style.ITALIC, phrases.say("sources-heading") + ": " + named);
    }
    return this;
  }

  Text text() {
    return writer.text();
  }

  private List<String> said(List<Line> lines) {
    used.addAll(lines);
    return lines.stream().map(Line::say).toList();
  }
}
