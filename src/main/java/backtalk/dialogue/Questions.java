package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Expect;
import backtalk.conversation.Fact;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets out the open question: its words, and the buttons that answer it. */
final class Questions {

  /** Buttons up to this many letters stand two in a row on a phone. */
  private static final int HALF_ROW = 16;

  /** How much of a person's own words is said back to them. */
  private static final int QUOTED = 120;

  private final Machine machine;
  private final Phrasebook phrases;
  private final Recap recap;
  private final Retractions retractions;

  Questions(Conversation conversation) {
    this.machine = conversation.machine();
    this.phrases = new Phrasebook(conversation);
    this.recap = new Recap(machine, phrases);
    this.retractions = new Retractions(machine, phrases);
  }

  /** What is asked: a fact alone, a group of a state, or a small question of the dialogue's own. */
  sealed interface Open {

    /** One fact, asked by its own words; {@code state} empty: it is confirmed or changed. */
    record Single(Fact fact, Optional<State> state) implements Open {}

    /** Which of these, or none. */
    record Group(State state, List<Fact> facts) implements Open {}

    /** Yes or no to a small question. */
    record Small(String ask, String yes, String no) implements Open {}
  }

  /** The open question of a dialogue; empty where nothing is asked. */
  Optional<Open> open(Dialogue dialogue, Place place) {
    return dialogue
        .asked()
        .pending()
        .map(pending -> pending(pending, dialogue.facts()))
        .or(
            () ->
                place instanceof Place.Asking(State state, List<String> open)
                    ? Optional.of(asking(dialogue.asked(), state, open))
                    : Optional.empty());
  }

  private Open pending(Pending pending, Facts facts) {
    return switch (pending) {
      case Pending.OfFact(String fact) -> new Open.Single(machine.fact(fact), Optional.empty());
      case Pending.Forget forget -> small(phrases.say("forget-ask"), "forget");
      case Pending.StartOver over -> small(phrases.say("start-over-ask"), "start-over");
      case Pending.Retraction retraction -> {
        Map<String, String> named = Map.of("facts", retractions.named(retraction, facts));
        yield small(phrases.say("undo-ask", named), "undo");
      }
    };
  }

  private static Open small(String ask, String name) {
    return new Open.Small(ask, name + "-yes", name + "-no");
  }

  private Open asking(Asked asked, State state, List<String> open) {
    boolean single = open.size() == 1 || asked.each().equals(Optional.of(state.id()));
    return single
        ? new Open.Single(machine.fact(open.getFirst()), Optional.of(state))
        : new Open.Group(state, open.stream().map(machine::fact).toList());
  }

  /** The message that asks it. */
  Message message(Open open, Dialogue dialogue, List<String> notes, Optional<String> quote) {
    Writer writer = new Writer();
    notes.forEach(writer::paragraph);
    if (inCheck(open)) {
      writer.paragraph(Text.Style.ITALIC, progress(dialogue));
      writer.paragraph(Text.Style.QUOTE, answersSoFar(dialogue.facts()));
    }
    write(writer, open, quote);
    return new Message(
        Message.Kind.QUESTION, writer.text(), Choice.buttons(rows(open), dialogue.asked()));
  }

  private static boolean inCheck(Open open) {
    return switch (open) {
      case Open.Group group -> true;
      case Open.Single(Fact fact, var state) -> state.isPresent();
      case Open.Small small -> false;
    };
  }

  private void write(Writer writer, Open open, Optional<String> quote) {
    switch (open) {
      case Open.Single(Fact fact, var state) ->
          writer.paragraph(Text.Style.BOLD, asked(fact.words().ask(), state, quote));
      case Open.Group(State state, List<Fact> facts) -> {
        writer.paragraph(Text.Style.BOLD, state.question().say());
        if (state.expect() instanceof Expect.AnyOf) {
          writer.bullets(facts.stream().map(fact -> fact.words().name()).toList());
        }
      }
      case Open.Small(String ask, String yes, String no) -> writer.paragraph(Text.Style.BOLD, ask);
    }
  }

  /** A question of the check is asked as it is; one that makes sure says so. */
  private String asked(String ask, Optional<State> state, Optional<String> quote) {
    String sure =
        quote
            .map(text -> phrases.say("confirm", Map.of("text", shortened(text), "ask", ask)))
            .orElseGet(() -> phrases.say("confirm-plain", Map.of("ask", ask)));
    return state.isPresent() ? ask : sure;
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, QUOTED))) + "…";
  }

  private String progress(Dialogue dialogue) {
    int now = asking(machine.walk(dialogue.facts(), true).passed());
    int most = now - 1 + machine.left(dialogue.facts());
    return phrases.say("progress", Map.of("n", String.valueOf(now), "most", String.valueOf(most)));
  }

  private static int asking(List<State> passed) {
    return (int) passed.stream().filter(state -> !state.expect().facts().isEmpty()).count();
  }

  /** What a closed question shows instead: the answers given; empty where there are none. */
  Optional<Text> answered(Facts facts) {
    return Optional.of(answersSoFar(facts)).filter(told -> !told.isEmpty()).map(Text::of);
  }

  private String answersSoFar(Facts facts) {
    List<String> lines = recap.of(facts);
    return lines.isEmpty() ? "" : phrases.say("told-so-far") + "\n" + String.join("\n", lines);
  }

  /** The buttons of a question. */
  List<List<Choice>> rows(Open open) {
    return switch (open) {
      case Open.Single(Fact fact, var state) -> single(fact, state.isPresent());
      case Open.Group(State state, List<Fact> facts) -> group(state, facts);
      case Open.Small(String ask, String yes, String no) ->
          List.of(
              List.of(
                  new Choice(phrases.say(yes), new Tap.Settle(true)),
                  new Choice(phrases.say(no), new Tap.Settle(false))));
    };
  }

  private List<List<Choice>> single(Fact fact, boolean inCheck) {
    List<Choice> answers =
        List.of(
            new Choice(phrases.say("yes"), new Tap.Tell(fact.id(), Answer.YES)),
            new Choice(phrases.say("no"), new Tap.Tell(fact.id(), Answer.NO)),
            new Choice(phrases.say("not-sure"), new Tap.Tell(fact.id(), Answer.UNSURE)));
    Choice skip = new Choice(phrases.say("skip"), new Tap.Tell(fact.id(), Answer.SKIPPED));
    return List.of(answers, aids(), inCheck ? List.of(skip, back()) : List.of(back()));
  }

  private List<List<Choice>> group(State state, List<Fact> facts) {
    List<List<Choice>> rows = new ArrayList<>(pairs(facts.stream().map(Questions::tell).toList()));
    String none =
        state.expect() instanceof Expect.OneOf one ? one.none() : phrases.say("none-of-these");
    rows.add(
        List.of(
            new Choice(none, new Tap.TellRest(Answer.NO)),
            new Choice(phrases.say("not-sure"), new Tap.TellRest(Answer.UNSURE))));
    rows.add(aids());
    rows.add(List.of(new Choice(phrases.say("skip"), new Tap.TellRest(Answer.SKIPPED)), back()));
    return rows;
  }

  private static Choice tell(Fact fact) {
    return new Choice(fact.words().button(), new Tap.Tell(fact.id(), Answer.YES));
  }

  private List<Choice> aids() {
    return List.of(
        new Choice(phrases.say("why-ask"), new Tap.Do(Verb.WHY)),
        new Choice(phrases.say("what-means"), new Tap.Do(Verb.HELP_ME)));
  }

  private Choice back() {
    return new Choice(phrases.say("back"), new Tap.Do(Verb.BACK));
  }

  /** Two short ones in a row, long ones alone. */
  static List<List<Choice>> pairs(List<Choice> choices) {
    List<List<Choice>> rows = new ArrayList<>();
    for (Choice choice : choices) {
      boolean joins =
          !rows.isEmpty()
              && rows.getLast().size() == 1
              && shortEnough(rows.getLast().getFirst())
              && shortEnough(choice);
      if (joins) {
        rows.set(rows.size() - 1, List.of(rows.getLast().getFirst(), choice));
      } else {
        rows.add(List.of(choice));
      }
    }
    return rows;
  }

  private static boolean shortEnough(Choice choice) {
    return choice.label().length() <= HALF_ROW;
  }
}
