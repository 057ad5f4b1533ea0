package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import backtalk.conversation.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets out a reaction as messages: an emergency first, and then nothing else. */
final class Speaker {

  private final Machine machine;
  private final Phrasebook phrases;
  private final TopicCards topics;
  private final Endings endings;
  private final Questions questions;
  private final Pages pages;

  Speaker(
      Conversation conversation,
      TopicCards topics,
      Endings endings,
      Questions questions,
      Pages pages) {
    this.machine = conversation.machine();
    this.phrases = new Phrasebook(conversation);
    this.topics = topics;
    this.endings = endings;
    this.questions = questions;
    this.pages = pages;
  }

  /** What is said, and the dialogue that knows it was said. */
  record Spoken(Dialogue dialogue, List<Message> messages) {}

  Spoken speak(Dialogue before, Reaction reaction) {
    Dialogue dialogue = reaction.dialogue();
    Place place = machine.where(dialogue.facts(), dialogue.begun());
    Standing standing = new Standing(machine, dialogue.facts());
    if (reaction.quiet()) {
      return new Spoken(dialogue, List.of());
    }
    return place instanceof Place.Ended(Outcome outcome)
        ? ended(before, reaction, outcome, standing)
        : new Spoken(dialogue.ended(Optional.empty()), open(before, reaction, place, standing));
  }

  private Spoken ended(Dialogue before, Reaction reaction, Outcome outcome, Standing standing) {
    Dialogue dialogue = reaction.dialogue();
    String key = standing.key(outcome.id());
    boolean fresh = !dialogue.ending().equals(Optional.of(key));
    Dialogue told = dialogue.ended(Optional.of(key));
    boolean emergency = outcome.level() == Level.EMERGENCY;
    if (fresh && (dialogue.asked().pending().isEmpty() || (emergency && !kept(before, reaction)))) {
      Message card =
          endings.card(outcome, standing, dialogue.asked()).with(notMeant(reaction, standing));
      return emergency
          ? new Spoken(told.pending(Optional.empty()), List.of(card))
          : new Spoken(told, after(reaction, standing, card));
    }
    List<Message> said = stands(reaction, outcome, standing);
    return new Spoken(fresh ? dialogue : told, emergency ? opening(said, outcome, standing) : said);
  }

  /** Whether a telling is a mistake is asked beside an emergency, until another one is told. */
  private boolean kept(Dialogue before, Reaction reaction) {
    Standing now = new Standing(machine, reaction.dialogue().facts());
    return reaction.dialogue().asked().pending().orElse(null) instanceof Pending.Retraction
        && !now.alarmsBeyond(new Standing(machine, before.facts()));
  }

  /** What was heard in words may not have been meant: one button asks it again. */
  private List<Button> notMeant(Reaction reaction, Standing standing) {
    List<String> heard =
        reaction.sayings().stream()
            .flatMap(it -> it instanceof Saying.Noted noted ? noted.facts().stream() : Stream.of())
            .toList();
    List<List<Choice>> row =
        standing.reasons(Answer.YES).stream()
            .filter(fact -> heard.contains(fact.id()))
            .limit(1)
            .map(fact -> new Choice(phrases.say("not-meant"), new Tap.Revise(fact.id())))
            .map(List::of)
            .toList();
    return Choice.buttons(row, reaction.dialogue().asked()).stream().flatMap(List::stream).toList();
  }

  /** A calmer ending comes after whatever else there was to say. */
  private List<Message> after(Reaction reaction, Standing standing, Message card) {
    List<Message> all = said(reaction, standing, List.of());
    List<String> notes = notes(reaction, false);
    if (!notes.isEmpty()) {
      all.addFirst(new Message(Message.Kind.NOTE, Text.of(String.join("\n\n", notes)), List.of()));
    }
    all.add(card);
    return all;
  }

  /** An ending said before: what was asked for, or one line that recalls it. */
  private List<Message> stands(Reaction reaction, Outcome outcome, Standing standing) {
    Dialogue dialogue = reaction.dialogue();
    Optional<Questions.Open> open = questions.open(dialogue, new Place.Ended(outcome));
    List<String> notes = notes(reaction, true);
    if (open.isPresent()) {
      List<Message> all = said(reaction, standing, List.of());
      all.add(questions.message(open.get(), dialogue, notes, reaction.quote()));
      return all;
    }
    List<Message> all = said(reaction, standing, notes);
    if (all.isEmpty() && reaction.toast().isEmpty()) {
      all.add(recall(outcome, standing, dialogue, notes));
    }
    return all;
  }

  private Message recall(
      Outcome outcome, Standing standing, Dialogue dialogue, List<String> notes) {
    Writer writer = new Writer();
    notes.forEach(writer::paragraph);
    if (outcome.level() != Level.EMERGENCY) {
      writer.paragraph(endings.recall(outcome, standing));
    }
    return new Message(
        Message.Kind.NOTE, writer.text(), Choice.buttons(endings.rows(), dialogue.asked()));
  }

  /** While an emergency stands, every reply opens with it. */
  private List<Message> opening(List<Message> said, Outcome outcome, Standing standing) {
    if (said.isEmpty()) {
      return said;
    }
    String line = endings.opensWith(outcome, standing);
    List<Message> all = new ArrayList<>(said);
    all.set(0, all.getFirst().opening(line));
    return all;
  }

  /** Something is asked, or nothing was begun. */
  private List<Message> open(Dialogue before, Reaction reaction, Place place, Standing standing) {
    Dialogue dialogue = reaction.dialogue();
    List<String> notes = notes(reaction, true);
    notice(before, place, standing).ifPresent(notes::add);
    Optional<Questions.Open> open = questions.open(dialogue, place);
    if (open.isPresent()) {
      List<Message> all = said(reaction, standing, List.of());
      all.add(questions.message(open.get(), dialogue, notes, reaction.quote()));
      return all;
    }
    List<Message> all = said(reaction, standing, notes);
    if (all.isEmpty() && reaction.toast().isEmpty()) {
      all.add(menu(notes, dialogue));
    }
    return all;
  }

  private Message menu(List<String> notes, Dialogue dialogue) {
    Writer writer = new Writer();
    notes.forEach(writer::paragraph);
    Saying.Page menu = pages.menu();
    if (notes.isEmpty()) {
      writer.paragraph(menu.text().plain());
    }
    return new Message(
        Message.Kind.NOTE, writer.text(), Choice.buttons(menu.rows(), dialogue.asked()));
  }

  /** A doctor-level sign was told while more urgent ones are still to be asked. */
  private Optional<String> notice(Dialogue before, Place place, Standing standing) {
    Optional<Level> earlier = new Standing(machine, before.facts()).level();
    Optional<Level> now = standing.level().filter(level -> level.atLeast(Level.SEE_DOCTOR));
    boolean rose = now.isPresent() && earlier.map(e -> now.get().compareTo(e) > 0).orElse(true);
    return rose && place instanceof Place.Asking
        ? now.map(level -> notice(level, standing))
        : Optional.empty();
  }

  private String notice(Level level, Standing standing) {
    String fact =
        Stream.concat(
                standing.reasons(Answer.YES).stream(), standing.reasons(Answer.UNSURE).stream())
            .map(reason -> reason.words().name())
            .findFirst()
            .orElse("");
    return phrases.say("notice", Map.of("fact", fact, "ending", phrases.level(level)));
  }

  private static List<String> notes(Reaction reaction, boolean noted) {
    List<String> notes = new ArrayList<>();
    for (Saying saying : reaction.sayings()) {
      switch (saying) {
        case Saying.Note(String words) -> notes.add(words);
        case Saying.Noted(String words, var facts) when noted -> notes.add(words);
        case Saying.Noted unsaid -> {}
        case Saying.Card card -> {}
        case Saying.Page page -> {}
      }
    }
    return notes;
  }

  /** The messages of their own, with these notes in front of the first. */
  private List<Message> said(Reaction reaction, Standing standing, List<String> notes) {
    List<Message> all = new ArrayList<>();
    for (Saying saying : reaction.sayings()) {
      message(saying, reaction.dialogue(), standing).ifPresent(all::add);
    }
    if (!all.isEmpty() && !notes.isEmpty()) {
      all.set(0, all.getFirst().opening(String.join("\n\n", notes)));
    }
    return all;
  }

  private Optional<Message> message(Saying saying, Dialogue dialogue, Standing standing) {
    return switch (saying) {
      case Saying.Card(Topic topic) ->
          Optional.of(topics.card(topic, standing, dialogue.asked(), !dialogue.begun()));
      case Saying.Page(Text text, var rows) ->
          Optional.of(new Message(Message.Kind.NOTE, text, Choice.buttons(rows, dialogue.asked())));
      case Saying.Note note -> Optional.empty();
      case Saying.Noted noted -> Optional.empty();
    };
  }
}
