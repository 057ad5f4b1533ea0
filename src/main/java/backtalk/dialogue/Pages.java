package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Line;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages of their own: welcome, lists to choose from, details asked for. */
final class Pages {

  private final Conversation conversation;
  private final Machine machine;
  private final Phrasebook phrases;
  private final TopicCards topics;
  private final Endings endings;
  private final Questions questions;
  private final Recap recap;

  Pages(Conversation conversation, TopicCards topics, Endings endings, Questions questions) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.phrases = new Phrasebook(conversation);
    this.topics = topics;
    this.endings = endings;
    this.questions = questions;
    this.recap = new Recap(machine, phrases);
  }

  Saying plain(String phrase) {
    return new Saying.Page(Text.of(phrases.say(phrase)), List.of());
  }

  Saying withMenu(String phrase) {
    return new Saying.Page(Text.of(phrases.say(phrase)), menuRows());
  }

  Saying.Page menu() {
    return new Saying.Page(Text.of(phrases.say("menu")), menuRows());
  }

  Saying welcome() {
    return withMenu("welcome");
  }

  private List<List<Choice>> menuRows() {
    return List.of(
        List.of(phrases.choice("check", Verb.CHECK), phrases.choice("topics", Verb.TOPICS)));
  }

  Saying offer(List<Topic> closest) {
    List<List<Choice>> rows = new ArrayList<>(topics.rows(closest));
    rows.add(List.of(phrases.choice("none-of-topics", Verb.TOPICS)));
    return new Saying.Page(Text.of(phrases.say("offer")), rows);
  }

  Saying topics() {
    List<Topic> all = List.copyOf(conversation.topics().values());
    return new Saying.Page(Text.of(phrases.say("topics-heading")), topics.rows(all));
  }

  /** The answers given, each on a button that asks it again. */
  Saying change(Facts facts) {
    List<Choice> choices =
        facts.told().entrySet().stream()
            .map(entry -> change(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    return choices.isEmpty()
        ? withMenu("change-nothing")
        : new Saying.Page(Text.of(phrases.say("change-which")), Questions.pairs(choices));
  }

  private Choice change(Fact fact, Told told) {
    return new Choice(phrases.told(fact, told.answer()), new Tap.Revise(fact.id()));
  }

  Saying myData(Dialogue dialogue) {
    return dialogue.facts().told().isEmpty()
        ? plain("my-data-none")
        : new Saying.Page(Text.of(told(dialogue)), List.of());
  }

  private String told(Dialogue dialogue) {
    String since =
        dialogue.facts().told().values().stream()
            .map(told -> told.at().toString().substring(0, 10))
            .min(String::compareTo)
            .orElse("");
    return phrases.say(
        "my-data",
        Map.of("facts", String.join(" · ", recap.whole(dialogue.facts())), "since", since));
  }

  /** Somebody is back after long: what was kept, and two ways on. */
  Saying resumed(Dialogue dialogue) {
    List<String> kept = recap.whole(dialogue.facts());
    String words =
        kept.isEmpty()
            ? phrases.say("resumed-none")
            : phrases.say("resumed", Map.of("facts", phrases.list(kept, kept.size())));
    return new Saying.Page(
        Text.of(words),
        List.of(
            List.of(
                phrases.choice("go-on", Verb.GO_ON),
                phrases.choice("start-over", Verb.START_OVER))));
  }

  /** What is asked for about the place: why, what is meant, what now, why this ending. */
  Optional<Saying.Page> detail(Dialogue dialogue, Verb verb) {
    Place place = machine.where(dialogue.facts(), dialogue.begun());
    Standing standing = new Standing(machine, dialogue.facts());
    if (place instanceof Place.Ended(var outcome) && dialogue.asked().pending().isEmpty()) {
      boolean now = verb == Verb.WHAT_NOW || verb == Verb.HELP_ME;
      Text text = now ? endings.whatNow(outcome, standing) : endings.whyThis(outcome, standing);
      return Optional.of(new Saying.Page(text, List.of()));
    }
    return questions.open(dialogue, place).map(open -> about(open, verb)).map(Pages::page);
  }

  private static Saying.Page page(Text text) {
    return new Saying.Page(text, List.of());
  }

  private Text about(Questions.Open open, Verb verb) {
    boolean why = verb == Verb.WHY || verb == Verb.WHY_THIS;
    return topics.page(why ? "why-ask" : "what-means", why ? whys(open) : helps(open));
  }

  private static List<Line> whys(Questions.Open open) {
    return switch (open) {
      case Questions.Open.Single(Fact fact, var state) -> fact.words().why();
      case Questions.Open.Group(State state, var facts) -> state.question().why();
      case Questions.Open.Small small -> List.of();
    };
  }

  private static List<Line> helps(Questions.Open open) {
    return switch (open) {
      case Questions.Open.Single(Fact fact, var state) -> fact.words().help();
      case Questions.Open.Group(State state, List<Fact> facts) ->
          Stream.concat(
                  state.question().help().stream(),
                  facts.stream().flatMap(fact -> fact.words().help().stream()))
              .toList();
      case Questions.Open.Small small -> List.of();
    };
  }
}
