package backtalk.understanding;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.LanguageData;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Thresholds;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.Trainer;
import backtalk.understanding.model.TrainingExamples;
import backtalk.understanding.model.TrainingHash;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.LexiconMatcher;
import backtalk.understanding.rules.RuleBasedAnswerParser;
import backtalk.understanding.rules.SmallTalkMatcher;
import backtalk.understanding.rules.StrictAnswerParser;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.SpellingCorrector;
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
public record NluConfig(
    Normaliser normaliser,
    CueIndex cues,
    AnswerParser answers,
    SmallTalkMatcher talk,
    LexiconMatcher lexicon,
    FactPriorities facts,
    Thresholds thresholds,
    TrainingExamples examples,
    String print) {

  /**
   * The tuning for a conversation.
   *
   * @param english words that are never taken for misspelt ones
   */
  public static NluConfig of(Conversation conversation, Set<String> english) {
    LanguageData language = conversation.wording();
    Set<String> guarded = new HashSet<>(english);
    Set<String> subject = new HashSet<>(LexiconMatcher.vocabulary(language));
    subject.addAll(language.slang().words());
    language.cues().lists().values().stream()
        .flatMap(List::stream)
        .flatMap(phrase -> Normaliser.words(phrase).stream())
        .forEach(guarded::add);
    SpellingCorrector spellingCorrector = new SpellingCorrector(guarded, subject);
    Normaliser normaliser = new Normaliser(language.slang(), spellingCorrector);
    CueIndex cues = new CueIndex(language.cues());
    FactPriorities facts = severities(conversation.machine());
    TrainingExamples examples = TrainingExamples.of(language, facts.redFlags());
    return new NluConfig(
        normaliser,
        cues,
        new StrictAnswerParser(
            new RuleBasedAnswerParser(language.answers(), normaliser::answer, cues),
            facts.emergencies(),
            cues),
        new SmallTalkMatcher(
            language.verbs(), language.cues(), cues, spellingCorrector, normaliser::flat),
        new LexiconMatcher(language),
        facts,
        language.thresholds(),
        examples,
        TrainingHash.of(examples, language.slang(), subject, guarded));
  }

  /** Learns; {@code embed} gives the vector of a plain text. */
  public TrainedModel learn(Function<String, float[]> embed) {
    return Trainer.learn(examples.plain(normaliser::flat), embed);
  }

  /** The same, learning from other examples. */
  public NluConfig learning(TrainingExamples others) {
    return new NluConfig(
        normaliser, cues, answers, talk, lexicon, facts, thresholds, others, print);
  }

  private static FactPriorities severities(StateMachine machine) {
    List<Fact> told = machine.facts().values().stream().filter(f -> !f.workedOut()).toList();
    return new FactPriorities(
        told.stream().map(Fact::id).toList(),
        ids(told, fact -> fact.severity().emergency()),
        ids(told, Fact::redFlag));
  }

  private static Set<String> ids(List<Fact> facts, Predicate<Fact> which) {
    return facts.stream().filter(which).map(Fact::id).collect(Collectors.toSet());
  }
}
