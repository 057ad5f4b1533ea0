package backtalk.understanding;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.LanguageData;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Thresholds;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.Trainer;
import backtalk.understanding.model.TrainingExample;
import backtalk.understanding.rules.AnswerParser;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.LexiconMatcher;
import backtalk.understanding.rules.SmallTalkMatcher;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.SpellingCorrector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds the parts of the pipeline that need no training, and the training examples.
 *
 * @param talk the listed small talk and commands
 * @param facts the facts by priority
 * @param topics which topics a sign withholds
 * @param examples the examples to train on
 * @param trainingHash a hash of the examples and of everything that normalises them, except the
 *     English words, which belong to the embedding model
 */
public record NluConfig(
    Normaliser normaliser,
    CueIndex cues,
    AnswerParser answers,
    SmallTalkMatcher talk,
    LexiconMatcher lexicon,
    FactPriorities facts,
    TopicRoles topics,
    Thresholds thresholds,
    List<TrainingExample> examples,
    String trainingHash) {

  /**
   * Returns the configuration for a conversation.
   *
   * @param english words that are never corrected
   */
  public static NluConfig of(Conversation conversation, Set<String> english) {
    LanguageData language = conversation.wording();
    Set<String> cueWords = cueWords(language);
    Set<String> subject = new HashSet<>(LexiconMatcher.vocabulary(language));
    subject.addAll(language.slang().words());
    SpellingCorrector spelling = new SpellingCorrector(english, cueWords, subject);
    Normaliser normaliser = new Normaliser(language.slang(), spelling);
    CueIndex cues = new CueIndex(language.cues());
    FactPriorities facts = factPriorities(conversation.machine());
    List<TrainingExample> examples =
        TrainingExample.of(language, facts.redFlags()).stream()
            .filter(it -> !isListedOnly(it, cues))
            .toList();
    String hash = hash(examples, language.slang(), new TreeSet<>(subject), new TreeSet<>(cueWords));
    return new NluConfig(
        normaliser,
        cues,
        new AnswerParser(language.answers(), normaliser::answer, facts.emergencies(), cues),
        new SmallTalkMatcher(
            language.verbs(), language.cues().languages(), spelling, normaliser::flat),
        new LexiconMatcher(language),
        facts,
        TopicRoles.of(conversation.topics().values()),
        language.thresholds(),
        examples,
        hash);
  }

  /** Returns true for small talk from which nothing is learnt: only its listed wordings count. */
  private static boolean isListedOnly(TrainingExample example, CueIndex cues) {
    return example.kind() == TrainingExample.Kind.SMALL_TALK
        && cues.words(Cue.LISTED_ONLY).contains(example.label());
  }

  private static String hash(List<TrainingExample> examples, Object... normalising) {
    StringBuilder all = new StringBuilder();
    for (TrainingExample it : examples) {
      all.append(it.kind()).append('\t').append(it.label()).append('\t').append(it.text());
      all.append('\n');
    }
    for (Object part : normalising) {
      all.append(part).append('\n');
    }
    return new Sha256().add(all.toString()).hex();
  }

  private static Set<String> cueWords(LanguageData language) {
    return language.cues().lists().values().stream()
        .flatMap(List::stream)
        .flatMap(phrase -> Normaliser.words(phrase).stream())
        .collect(Collectors.toSet());
  }

  /** Trains a model; {@code embed} returns the vector of a plain text. */
  public TrainedModel train(Function<String, float[]> embed) {
    return Trainer.train(
        examples.stream()
            .map(example -> example.plain(normaliser::flat))
            .filter(example -> !example.text().isBlank())
            .toList(),
        embed);
  }

  /** Returns a copy with other training examples. */
  public NluConfig withExamples(List<TrainingExample> other) {
    return new NluConfig(
        normaliser, cues, answers, talk, lexicon, facts, topics, thresholds, other, trainingHash);
  }

  private static FactPriorities factPriorities(StateMachine machine) {
    List<Fact> mentionable = machine.answerable();
    return new FactPriorities(
        mentionable.stream().map(Fact::id).toList(),
        ids(mentionable, fact -> fact.severity().emergency()),
        ids(mentionable, Fact::redFlag),
        ids(mentionable, Fact::sign));
  }

  private static Set<String> ids(List<Fact> facts, Predicate<Fact> condition) {
    return facts.stream().filter(condition).map(Fact::id).collect(Collectors.toSet());
  }
}
