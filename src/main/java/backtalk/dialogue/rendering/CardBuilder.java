package backtalk.dialogue.rendering;

import backtalk.conversation.SourcedText;
import backtalk.dialogue.FormattedText;
import java.util.ArrayList;
import java.util.List;

/** A card in the writing: it remembers which lines it used, and names their sources at the end. */
final class CardBuilder {

  private final TextBuilder writer = new TextBuilder();
  private final List<SourcedText> used = new ArrayList<>();
  private final MessageCatalog phrases;

  CardBuilder(MessageCatalog phrases) {
    this.phrases = phrases;
  }

  CardBuilder title(String words) {
    writer.paragraph(FormattedText.Style.BOLD, words);
    return this;
  }

  /** Words that claim nothing. */
  CardBuilder words(String words) {
    writer.paragraph(words);
    return this;
  }

  /** Lines as one paragraph. */
  CardBuilder paragraph(List<SourcedText> lines) {
    writer.paragraph(String.join(" ", said(lines)));
    return this;
  }

  CardBuilder bullets(List<SourcedText> lines) {
    writer.bullets(said(lines));
    return this;
  }

  CardBuilder plainBullets(List<String> items) {
    writer.bullets(items);
    return this;
  }

  /** Lines under a heading; none, and there is no heading. */
  CardBuilder headed(String heading, List<SourcedText> lines) {
    return lines.isEmpty() ? this : title(phrases.say(heading)).bullets(lines);
  }

  /** Lines count as used though they are not said here. */
  CardBuilder resting(List<SourcedText> lines) {
    used.addAll(lines);
    return this;
  }

  CardBuilder sources(Citations sources) {
    String named = sources.of(used);
    if (!named.isEmpty()) {
      writer.paragraph(FormattedText.Style.ITALIC, phrases.say("sources-heading") + ": " + named);
    }
    return this;
  }

  FormattedText text() {
    return writer.text();
  }

  private List<String> said(List<SourcedText> lines) {
    used.addAll(lines);
    return lines.stream().map(SourcedText::say).toList();
  }
}
