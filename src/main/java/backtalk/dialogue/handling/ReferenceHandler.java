package backtalk.dialogue.handling;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.CommandKind;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Handles short messages that refer to what was shown or told last: "why?", "the second one", "is
 * that bad?". The dialogue's memory tells what they are about. None of them records a fact.
 */
record ReferenceHandler(
    Conversation conversation,
    CommandHandler commandHandler,
    RetractionHandler retractionHandler,
    ChoiceHandler choices) {

  ReferenceHandler(
      Conversation conversation, CommandHandler commandHandler, RetractionHandler retractions) {
    this(
        conversation, commandHandler, retractions, new ChoiceHandler(conversation, commandHandler));
  }

  /**
   * Limits the words of a message that is about another person while that person's emergency
   * stands; a longer one may be a question of its own.
   */
  private static final int MAX_WORDS_ABOUT_OTHER = 6;

  /** Limits the topics offered below the folded part of a card. */
  private static final int MAX_OTHERS = 3;

  /** Names the commands in words that ask what to do, and so are about another's emergency. */
  private static final Set<CommandKind> ASK_WHAT_TO_DO =
      Set.of(
          CommandKind.WHY,
          CommandKind.HELP_ME,
          CommandKind.WHAT_NOW,
          CommandKind.HELP,
          CommandKind.GO_ON);

  /** Handles a message; empty when it refers to nothing. */
  Optional<TurnDraft> handle(TurnDraft draft, NluResult result, String text) {
    boolean other = draft.before().isSomeoneElseInDanger() && !result.aboutOwnBack();
    return other && isAboutOther(result, text)
        ? Optional.of(aboutOther(draft, result.verb().orElse("")))
        : result.verb().flatMap(verb -> byVerb(draft, result, verb));
  }

  private static TurnDraft aboutOther(TurnDraft draft, String verb) {
    return switch (verb) {
      case NluResult.SOMEONE_ELSE_HELPED -> draft.noting(verb);
      case "going" -> draft.noting("someone-else-going").withKind(TurnKind.EMERGENCY);
      default -> draft.noting("someone-else-still").withKind(TurnKind.EMERGENCY);
    };
  }

  private static boolean isAboutOther(NluResult result, String text) {
    return result
        .verb()
        .map(verb -> CommandKind.named(verb).filter(it -> !ASK_WHAT_TO_DO.contains(it)).isEmpty())
        .orElseGet(
            () ->
                !(result.topics() instanceof TopicMatch.Answered)
                    || text.strip().split("\\s+").length <= MAX_WORDS_ABOUT_OTHER);
  }

  private Optional<TurnDraft> byVerb(TurnDraft draft, NluResult result, String verb) {
    boolean idle = draft.before().question().isEmpty();
    Optional<Topic> card = card(draft);
    return switch (verb) {
      case "why", "help-me", "go-on" -> card.filter(it -> idle).map(it -> unfold(draft, it));
      case "why-so" ->
          Optional.of(
              card.map(it -> unfold(draft, it))
                  .orElseGet(() -> commandHandler.run(draft, CommandKind.WHY)));
      case "more" ->
          Optional.of(card.map(it -> unfold(draft, it)).orElseGet(() -> moreWithoutCard(draft)));
      case NluResult.FOLLOW_UP -> Optional.of(followUp(draft, result, card));
      case "what-now" ->
          idle && draft.position() instanceof Position.Ended
              ? Optional.empty()
              : Optional.of(nextStep(draft, idle));
      case "choice-first" -> Optional.of(choices.choose(draft, 0));
      case "choice-second" -> Optional.of(choices.choose(draft, 1));
      case "choice-third" -> Optional.of(choices.choose(draft, 2));
      case "choice-last" ->
          Optional.of(choices.choose(draft, draft.before().memory().offered().size() - 1));
      case "choice-yes" -> Optional.of(choices.agree(draft));
      case "choice-none" -> Optional.of(choices.refuse(draft));
      case "hesitation", "laughter", "presence" ->
          draft.assessment().isEmergency()
              ? Optional.of(draft.noting("acknowledgement-in-emergency"))
              : Optional.empty();
      case NluResult.DENIAL, NluResult.JOKE -> Optional.of(takeBack(draft, verb));
      case NluResult.SOMEONE_ELSE_HELPED -> Optional.of(draft.noting("acknowledgement"));
      case NluResult.EASED ->
          Optional.of(draft.noting(draft.assessment().redFlag() ? "eased" : "acknowledgement"));
      case "someone-else-follow-up" -> Optional.of(draft.noting("for-someone-else"));
      default -> Optional.empty();
    };
  }

  /**
   * Unfolds the card shown last when its topic is probably asked again; empty when there is no
   * more.
   */
  Optional<TurnDraft> askedAgain(TurnDraft draft, TopicMatch.Answered answered) {
    return card(draft)
        .filter(topic -> !answered.sure() && answered.topics().equals(List.of(topic.id())))
        .filter(topic -> topic.card().hasFold() && !draft.before().memory().unfolded())
        .map(topic -> unfold(draft, topic, answered.alternatives().stream()));
  }

  /** Unfolds the card shown last when its topic is one of those that may be meant. */
  Optional<TurnDraft> meantAgain(TurnDraft draft, List<String> meant) {
    return card(draft)
        .filter(topic -> meant.contains(topic.id()))
        .filter(topic -> meant.stream().noneMatch(this::listsSigns))
        .map(topic -> unfold(draft, topic, meant.stream()));
  }

  private boolean listsSigns(String topic) {
    return Optional.ofNullable(conversation.topics().get(topic)).filter(Topic::signs).isPresent();
  }

  private Optional<Topic> card(TurnDraft draft) {
    return draft.before().memory().card().map(conversation.topics()::get);
  }

  private TurnDraft unfold(TurnDraft draft, Topic topic) {
    return unfold(draft, topic, Stream.empty());
  }

  /**
   * Shows the folded part of the card, or says that there is no more. Below it stand the topics
   * that may have been meant, and then the related ones.
   */
  private TurnDraft unfold(TurnDraft draft, Topic topic, Stream<String> meant) {
    boolean again = draft.before().memory().unfolded();
    if (draft.assessment().isEmergency() && (again || !topic.card().hasFold())) {
      return commandHandler.run(draft, CommandKind.WHAT_NOW);
    }
    List<Topic> others =
        Stream.concat(meant, topic.also().stream())
            .distinct()
            .filter(id -> !id.equals(topic.id()))
            .map(conversation.topics()::get)
            .filter(Objects::nonNull)
            .limit(MAX_OTHERS)
            .toList();
    return draft.adding(new ReplyPart.Unfolded(topic, others, again)).withKind(TurnKind.ANSWER);
  }

  private TurnDraft moreWithoutCard(TurnDraft draft) {
    boolean explains =
        draft.before().question().isPresent() || draft.position() instanceof Position.Ended;
    return commandHandler.run(draft, explains ? CommandKind.HELP_ME : CommandKind.TOPICS);
  }

  /**
   * Answers a question about the card: with its folded part, then with the closest of the related
   * cards, and else by saying that there is no more. Without a card the question is answered by
   * itself, after an outcome with its reasons.
   */
  private TurnDraft followUp(TurnDraft draft, NluResult result, Optional<Topic> card) {
    if (card.isPresent()) {
      Optional<String> closest =
          draft.before().memory().unfolded() || !card.get().card().hasFold()
              ? result.topics().named().stream().filter(card.get().also()::contains).findFirst()
              : Optional.empty();
      return closest
          .map(topic -> commandHandler.cards(draft, List.of(topic)))
          .orElseGet(() -> unfold(draft, card.get(), result.topics().named().stream()));
    }
    boolean warned =
        draft.position() instanceof Position.Ended(var outcome)
            && outcome.urgency().atLeast(Urgency.PROFESSIONAL);
    boolean asksBeside =
        draft.before().pending().isPresent() && result.topics() instanceof TopicMatch.Answered;
    return warned && !asksBeside
        ? commandHandler.run(draft, CommandKind.WHY_THIS)
        : switch (result.topics()) {
          case TopicMatch.Answered answered -> commandHandler.answer(draft, answered);
          case TopicMatch.Offered(List<String> topics) -> commandHandler.offer(draft, topics);
          case TopicMatch.Declined declined -> choices.nothingAsked(draft);
        };
  }

  /**
   * Says that the check tells what to do: it goes on, or it is offered. What was told already may
   * call for a professional or more; then the advice so far is repeated.
   */
  private TurnDraft nextStep(TurnDraft draft, boolean idle) {
    if (draft.assessment().isEmergency()) {
      return commandHandler.run(draft, CommandKind.WHAT_NOW);
    }
    if (idle) {
      return draft.adding(new ReplyPart.Text("next-step", ReplyPart.Text.MENU));
    }
    return draft
        .assessment()
        .urgency()
        .filter(urgency -> urgency.atLeast(Urgency.PROFESSIONAL))
        .map(urgency -> draft.adding(new ReplyPart.AdviceSoFar(urgency)))
        .orElseGet(() -> draft.noting("next-step-in-check"));
  }

  /** Asks whether to undo what was told last; after an emergency a joke changes nothing. */
  private TurnDraft takeBack(TurnDraft draft, String verb) {
    boolean joke = verb.equals(NluResult.JOKE);
    if (joke && draft.assessment().isEmergency()) {
      return commandHandler.run(draft, CommandKind.WHAT_NOW);
    }
    boolean told =
        draft.before().question().isEmpty()
            ? !draft.dialogue().history().isEmpty()
            : retractionHandler.isVolunteered(draft.before());
    return told
        ? commandHandler.run(draft, CommandKind.UNDO)
        : joke ? draft.noting("laughter") : choices.nothingAsked(draft);
  }
}
