package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import backtalk.conversation.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets out endings and answers to questions. */
final class Cards {

  /** How many names a list on a card shows before it says how many more there are. */
  private static final int NAMES = 4;

  /** How many questions are offered under a card. */
  private static final int ALSO = 3;

  private final Conversation conversation;
  private final Phrasebook phrases;
  private final SourceLine sources;
  private final Outlook outlook;

  Cards(Conversation conversation) {
    this.conversation = conversation;
    this.phrases = new Phrasebook(conversation);
    this.sources = new SourceLine(conversation.sources());
    this.outlook = new Outlook(conversation.machine(), phrases);
  }

  /** The card of an ending. */
  Message ending(Outcome outcome, Standing standing, Asked asked) {
    Writer writer = new Writer();
    writer.paragraph(Text.Style.BOLD, title(outcome, standing));
    List<Line> used = new ArrayList<>();
    say(writer, outcome.card().means(), outcome, standing, used);
    if (outcome.showReasons()) {
      writer.paragraph(reasons(standing, outcome));
    }
    headed(writer, "do-heading", holding(outcome.card().todo(), outcome, standing), used);
    watch(writer, outcome, standing, used);
    if (outcome.calm()) {
      headed(writer, "cautions-heading", conversation.cautions(), used);
    }
    sourced(writer, used);
    List<List<Choice>> also = also(outcome, standing);
    also(writer, also);
    List<List<Choice>> rows = new ArrayList<>(endingRows());
    rows.addAll(also);
    return new Message(Message.Kind.OUTCOME, writer.text(), Choice.buttons(rows, asked));
  }

  private void also(Writer writer, List<List<Choice>> topics) {
    if (!topics.isEmpty()) {
      writer.paragraph(phrases.say("also-heading"));
    }
  }

  private List<List<Choice>> also(Outcome outcome, Standing standing) {
    return outcome.level() == Level.EMERGENCY ? List.of() : topicRows(explaining(standing));
  }

  String title(Outcome outcome, Standing standing) {
    return first(outcome.opening().title(), outcome, standing);
  }

  /** The line with which every reply opens while an emergency stands. */
  String opensWith(Outcome outcome, Standing standing) {
    return first(outcome.opening().opensWith(), outcome, standing);
  }

  String recall(Outcome outcome, Standing standing) {
    return first(outcome.opening().recall(), outcome, standing);
  }

  private String first(List<Line> lines, Outcome outcome, Standing standing) {
    return holding(lines, outcome, standing).stream().findFirst().map(Line::say).orElse("");
  }

  private static List<Line> holding(List<Line> lines, Outcome outcome, Standing standing) {
    Level level = standing.level(new Place.Ended(outcome)).orElse(outcome.level());
    return lines.stream().filter(line -> line.holds(standing.facts(), level)).toList();
  }

  private void say(
      Writer writer, List<Line> lines, Outcome outcome, Standing standing, List<Line> used) {
    List<Line> said = holding(lines, outcome, standing);
    writer.paragraph(joined(said));
    used.addAll(said);
  }

  private static String joined(List<Line> lines) {
    return String.join(" ", lines.stream().map(Line::say).toList());
  }

  private void headed(Writer writer, String heading, List<Line> lines, List<Line> used) {
    if (!lines.isEmpty()) {
      writer.paragraph(Text.Style.BOLD, phrases.say(heading));
      writer.bullets(lines.stream().map(Line::say).toList());
      used.addAll(lines);
    }
  }

  private void sourced(Writer writer, List<Line> used) {
    String named = sources.of(used);
    if (!named.isEmpty()) {
      writer.paragraph(Text.Style.ITALIC, phrases.say("sources-heading") + ": " + named);
    }
  }

  /** Why this ending: the person's own answers. */
  String reasons(Standing standing, Outcome outcome) {
    List<String> because = new ArrayList<>();
    because(because, "you-told", standing.reasons(Answer.YES));
    because(because, "you-were-unsure", standing.reasons(Answer.UNSURE));
    if (outcome.level() == Level.PROFESSIONAL) {
      because(because, "you-skipped", standing.answered(Answer.SKIPPED));
    }
    if (because.isEmpty()) {
      because(because, "you-denied", standing.answered(Answer.NO));
    }
    return String.join(" ", because);
  }

  private void because(List<String> because, String phrase, List<Fact> facts) {
    if (!facts.isEmpty()) {
      because.add(phrases.say(phrase, Map.of("facts", phrases.list(names(facts), NAMES))));
    }
  }

  private static List<String> names(List<Fact> facts) {
    return facts.stream().map(fact -> fact.words().name()).toList();
  }

  /** What would make the ending more urgent: found by trying each fact. */
  private void watch(Writer writer, Outcome outcome, Standing standing, List<Line> used) {
    List<Line> written = holding(outcome.card().watch(), outcome, standing);
    List<String> found = outcome.level() == Level.EMERGENCY ? List.of() : outlook.of(standing);
    if (written.isEmpty() && found.isEmpty()) {
      return;
    }
    writer.paragraph(Text.Style.BOLD, phrases.say("watch-heading"));
    writer.bullets(written.stream().map(Line::say).toList());
    writer.bullets(found);
    used.addAll(written);
  }

  /** The buttons of an ending itself. */
  List<List<Choice>> endingRows() {
    return List.of(
        List.of(verb("what-now", Verb.WHAT_NOW), verb("why-this", Verb.WHY_THIS)),
        List.of(verb("change-answer", Verb.CHANGE), verb("start-over", Verb.START_OVER)));
  }

  private Choice verb(String phrase, Verb verb) {
    return new Choice(phrases.say(phrase), new Tap.Do(verb));
  }

  private List<Topic> explaining(Standing standing) {
    return conversation.topics().values().stream()
        .filter(topic -> topic.explains().filter(g -> g.holds(standing.facts())).isPresent())
        .filter(topic -> !topic.movements() || !standing.redFlag())
        .limit(ALSO)
        .toList();
  }

  List<List<Choice>> topicRows(List<Topic> topics) {
    return Questions.pairs(
        topics.stream()
            .map(topic -> new Choice(topic.button(), new Tap.Choose(topic.id())))
            .toList());
  }

  /** The answer to a question; exercises are withheld while a red flag stands. */
  Message topic(Topic topic, Standing standing, Asked asked, boolean offerCheck) {
    Writer writer = new Writer();
    writer.paragraph(Text.Style.BOLD, topic.asks());
    if (topic.movements() && standing.redFlag()) {
      writer.paragraph(phrases.say("withheld"));
    } else {
      answer(writer, topic, standing);
    }
    List<List<Choice>> rows = new ArrayList<>(topicRows(also(topic)));
    also(writer, rows);
    if (offerCheck) {
      rows.add(List.of(verb("check", Verb.CHECK)));
    }
    return new Message(Message.Kind.NOTE, writer.text(), Choice.buttons(rows, asked));
  }

  private void answer(Writer writer, Topic topic, Standing standing) {
    Level level = standing.level().orElse(Level.REASSURE);
    List<Line> said =
        topic.says().stream().filter(line -> line.holds(standing.facts(), level)).toList();
    List<Line> used = new ArrayList<>(said);
    writer.paragraph(joined(said));
    if (topic.movements()) {
      headed(writer, "cautions-heading", conversation.cautions(), used);
    }
    sourced(writer, used);
  }

  private List<Topic> also(Topic topic) {
    return topic.also().stream().limit(ALSO).map(conversation.topics()::get).toList();
  }

  /** The further steps of an ending. */
  Text whatNow(Outcome outcome, Standing standing) {
    return page("now-heading", holding(outcome.card().now(), outcome, standing));
  }

  /** Why we ask, or what is meant: lines with their sources. */
  Text page(String heading, List<Line> lines) {
    Writer writer = new Writer();
    headed(writer, heading, lines, new ArrayList<>());
    sourced(writer, lines);
    return writer.text();
  }

  /** Why this ending, at length: every answer, why it was asked, and where that stands. */
  Text whyThis(Outcome outcome, Standing standing) {
    Writer writer = new Writer();
    writer.paragraph(Text.Style.BOLD, phrases.say("why-heading"));
    writer.paragraph(all("you-told", standing.reasons(Answer.YES)));
    List<Line> why =
        standing.reasons(Answer.YES).stream().flatMap(fact -> fact.words().why().stream()).toList();
    writer.bullets(why.stream().map(Line::say).toList());
    writer.paragraph(all("you-were-unsure", standing.reasons(Answer.UNSURE)));
    writer.paragraph(all("you-skipped", standing.answered(Answer.SKIPPED)));
    writer.paragraph(all("you-denied", standing.answered(Answer.NO)));
    List<Line> used = new ArrayList<>(why);
    used.addAll(holding(outcome.card().means(), outcome, standing));
    sourced(writer, used);
    return writer.text();
  }

  private String all(String phrase, List<Fact> facts) {
    return facts.isEmpty()
        ? ""
        : phrases.say(phrase, Map.of("facts", String.join("; ", names(facts))));
  }
}
