package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import java.util.ArrayList;
import java.util.List;

/** Sets out endings: what it means, why, what to do now, what would change it, and the sources. */
final class Endings {

  private final Conversation conversation;
  private final Phrasebook phrases;
  private final SourceLine sources;
  private final Reasons reasons;
  private final Outlook outlook;
  private final TopicCards topics;

  Endings(Conversation conversation, TopicCards topics) {
    this.conversation = conversation;
    this.phrases = new Phrasebook(conversation);
    this.sources = new SourceLine(conversation.sources());
    this.reasons = new Reasons(phrases);
    this.outlook = new Outlook(conversation.machine(), phrases);
    this.topics = topics;
  }

  /** The card of an ending. */
  Message card(Outcome outcome, Standing standing, Asked asked) {
    Sheet sheet = new Sheet(phrases).title(title(outcome, standing));
    sheet.paragraph(holding(outcome.card().means(), outcome, standing));
    if (outcome.showReasons()) {
      sheet.words(reasons.inShort(standing, outcome.level()));
    }
    sheet.headed("do-heading", holding(outcome.card().todo(), outcome, standing));
    watch(sheet, outcome, standing);
    if (outcome.calm()) {
      sheet.headed("cautions-heading", conversation.cautions());
    }
    sheet.sources(sources);
    List<List<Choice>> rows = new ArrayList<>(rows());
    rows.addAll(also(sheet, outcome, standing));
    return new Message(Message.Kind.OUTCOME, sheet.text(), Choice.buttons(rows, asked));
  }

  private List<List<Choice>> also(Sheet sheet, Outcome outcome, Standing standing) {
    List<List<Choice>> rows =
        outcome.level() == Level.EMERGENCY ? List.of() : topics.explaining(standing);
    if (!rows.isEmpty()) {
      sheet.words(phrases.say("also-heading"));
    }
    return rows;
  }

  /** What would make the ending more urgent: what the author says, and what trying finds. */
  private void watch(Sheet sheet, Outcome outcome, Standing standing) {
    List<Line> written = holding(outcome.card().watch(), outcome, standing);
    List<String> found = outcome.level() == Level.EMERGENCY ? List.of() : outlook.of(standing);
    if (!written.isEmpty() || !found.isEmpty()) {
      sheet.title(phrases.say("watch-heading")).bullets(written).plainBullets(found);
    }
  }

  private String title(Outcome outcome, Standing standing) {
    return first(outcome.opening().title(), outcome, standing);
  }

  /** The line with which every reply opens while an emergency stands. */
  String opensWith(Outcome outcome, Standing standing) {
    return first(outcome.opening().opensWith(), outcome, standing);
  }

  /** The line with which an ending is recalled. */
  String recall(Outcome outcome, Standing standing) {
    return first(outcome.opening().recall(), outcome, standing);
  }

  private static String first(List<Line> lines, Outcome outcome, Standing standing) {
    return holding(lines, outcome, standing).stream().findFirst().map(Line::say).orElse("");
  }

  private static List<Line> holding(List<Line> lines, Outcome outcome, Standing standing) {
    Level level = standing.level(new Place.Ended(outcome)).orElse(outcome.level());
    return lines.stream().filter(line -> line.holds(standing.facts(), level)).toList();
  }

  /** The buttons of an ending itself. */
  List<List<Choice>> rows() {
    return List.of(
        List.of(
            phrases.choice("what-now", Verb.WHAT_NOW), phrases.choice("why-this", Verb.WHY_THIS)),
        List.of(
            phrases.choice("change-answer", Verb.CHANGE),
            phrases.choice("start-over", Verb.START_OVER)));
  }

  /** The further steps of an ending. */
  Text whatNow(Outcome outcome, Standing standing) {
    return topics.page("now-heading", holding(outcome.card().now(), outcome, standing));
  }

  /** Why this ending, at length: every answer, why it was asked, and where that stands. */
  Text whyThis(Outcome outcome, Standing standing) {
    List<Line> why =
        standing.reasons(Answer.YES).stream().flatMap(fact -> fact.words().why().stream()).toList();
    return new Sheet(phrases)
        .title(phrases.say("why-heading"))
        .words(reasons.told(standing, Integer.MAX_VALUE))
        .bullets(why)
        .words(reasons.unsure(standing, Integer.MAX_VALUE))
        .words(reasons.skipped(standing, Integer.MAX_VALUE))
        .words(reasons.deniedWhole(standing))
        .resting(holding(outcome.card().means(), outcome, standing))
        .sources(sources)
        .text();
  }
}
