package backtalk.understanding;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Machine;
import backtalk.conversation.Thresholds;
import backtalk.conversation.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What ears are made of before they have learned anything: all of it read from a conversation.
 *
 * @param lessons what there is to learn from
 * @param print a hash of all that is learned from: examples, and the words that bring them to plain
 *     form
 */
public record Tuning(
    Normaliser normaliser,
    CueBook cues,
    AnswerParser answers,
    Talk talk,
    LexiconFlags lexicon,
    Severities facts,
    Thresholds thresholds,
    Lessons lessons,
    String print) {

  /**
   * The tuning for a conversation.
   *
   * @param english words that are never taken for misspelt ones
   */
  public static Tuning of(Conversation conversation, Set<String> english) {
    Wording wording = conversation.wording();
    Set<String> guarded = new HashSet<>(english);
    Set<String> subject = new HashSet<>(LexiconFlags.vocabulary(wording));
    subject.addAll(wording.slang().words());
    wording.cues().lists().values().stream()
        .flatMap(List::stream)
        .flatMap(phrase -> Normaliser.words(phrase).stream())
        .forEach(guarded::add);
    Spelling spelling = new Spelling(guarded, subject);
    Normaliser normaliser = new Normaliser(wording.slang(), spelling);
    CueBook cues = new CueBook(wording.cues());
    Severities facts = severities(conversation.machine());
    Lessons lessons = Lessons.of(wording, facts.redFlags());
    return new Tuning(
        normaliser,
        cues,
        new RuledAnswers(wording.answers(), normaliser::answer, cues),
        new Talk(wording.verbs(), wording.cues(), cues, spelling, normaliser::flat),
        new LexiconFlags(wording),
        facts,
        wording.thresholds(),
        lessons,
        Fingerprint.of(lessons, wording.slang(), subject, guarded));
  }

  /** Learns; {@code embed} gives the vector of a plain text. */
  public Learned learn(Function<String, float[]> embed) {
    return Learning.learn(lessons.plain(normaliser::flat), embed);
  }

  /** The same, learning from other examples. */
  public Tuning learning(Lessons others) {
    return new Tuning(normaliser, cues, answers, talk, lexicon, facts, thresholds, others, print);
  }

  private static Severities severities(Machine machine) {
    List<Fact> told = machine.facts().values().stream().filter(f -> !f.workedOut()).toList();
    return new Severities(
        told.stream().map(Fact::id).toList(),
        ids(told, fact -> fact.severity().emergency()),
        ids(told, Fact::redFlag));
  }

  private static Set<String> ids(List<Fact> facts, Predicate<Fact> which) {
    return facts.stream().filter(which).map(Fact::id).collect(Collectors.toSet());
  }
}
