package backtalk.dialogue.rendering;

import backtalk.conversation.SourcedText;
import backtalk.dialogue.FormattedText;
import java.util.ArrayList;
import java.util.List;

/** Builds the text of a card and cites the sources of its lines at the end. */
final class CardBuilder {

  private final TextBuilder builder = new TextBuilder();
  private final List<SourcedText> used = new ArrayList<>();
  private final MessageCatalog phrases;

  CardBuilder(MessageCatalog phrases) {
    this.phrases = phrases;
  }

  CardBuilder title(String words) {
    builder.paragraph(FormattedText.Style.BOLD, words);
    return this;
  }

  /** Adds text that needs no source. */
  CardBuilder words(String words) {
    builder.paragraph(words);
    return this;
  }

  /** Adds lines as one paragraph. */
  CardBuilder paragraph(List<SourcedText> lines) {
    builder.paragraph(String.join(" ", texts(lines)));
    return this;
  }

  CardBuilder bullets(List<SourcedText> lines) {
    builder.bullets(texts(lines));
    return this;
  }

  CardBuilder plainBullets(List<String> items) {
    builder.bullets(items);
    return this;
  }

  /** Adds lines as bullets under a heading; without lines there is no heading. */
  CardBuilder headed(String heading, List<SourcedText> lines) {
    return lines.isEmpty() ? this : title(phrases.text(heading)).bullets(lines);
  }

  /** Cites the sources of lines that the card does not show. */
  CardBuilder citing(List<SourcedText> lines) {
    used.addAll(lines);
    return this;
  }

  CardBuilder sources(Citations sources) {
    String named = sources.of(used);
    if (!named.isEmpty()) {
      builder.paragraph(FormattedText.Style.ITALIC, phrases.text("sources-heading") + ": " + named);
    }
    return this;
  }

  FormattedText text() {
    return builder.text();
  }

  private List<String> texts(List<SourcedText> lines) {
    used.addAll(lines);
    return lines.stream().map(SourcedText::say).toList();
  }
}
