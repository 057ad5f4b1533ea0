package backtalk.loader.checks;

import backtalk.loader.OrderedMaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lists the phrases that the engine needs from every conversation, each with the placeholders that
 * the engine fills in.
 */
public final class EnginePhrases {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)\\}");

  private static final String BUTTON_IDS =
      """
      yes no not-sure none-of-these nothing-else skip back why-ask what-means check topics
      change-answer start-over what-now why-this go-on stop not-meant check-privately copy-staff
      summary copy-summary ask-again in-three-days in-a-week not-again better same worse forget-yes
      forget-no start-over-yes start-over-no undo-yes undo-no none-of-topics
      """;

  private static final String SENTENCES =
      """
      show-staff{text} summary-intro summary-advice summary-ask summary-short{facts}{ending}
      value-unknown my-data-follow-up{date} ask-again-when asked-again not-asked-again follow-up
      follow-up-better follow-up-same follow-up-again follow-up-worse welcome{emergency-number} menu
      progress{n}{most} told-so-far which-one noted{facts} changed{facts} notice{fact}{ending}
      why-heading now-heading do-heading watch-heading also-heading sources-heading cautions-heading
      why-asked-heading what-means-heading differ-heading change-heading you-told{facts}
      you-were-unsure{facts} you-skipped{facts} you-denied{facts} would-change{ending}{facts}
      level-emergency level-see-doctor-today level-see-doctor level-see-doctor-no-hurry not-that
      level-professional level-self-care level-reassure value-yes value-no value-unsure
      value-skipped value-none change-which change-nothing already-answered old-button
      confirm{text}{ask} confirm-plain{ask} confirmed-no lower-by-tap undo-ask{facts} undo-by-tap
      undone{facts} undo-nothing resumed{facts} resumed-none stopped nothing-to-stop
      nothing-to-go-back start-over-ask started-over forget-ask forgotten forget-kept privacy{days}
      privacy-questions{days} my-data{facts}{since} my-data-none help greeting greeting-in-emergency
      thanks thanks-in-emergency who-are-you are-you-a-doctor human abuse fear objection going
      for-someone-else other-language empty too-long not-understood offer decline withheld
      unreadable{kind} unreadable-photo unreadable-voice unreadable-video unreadable-sticker
      unreadable-document unreadable-other forwarded slow-down button-too-old
      fallback-late{emergency-number} fallback-put-aside{emergency-number} group-greeting
      group-emergency someone-else-emergency cmd-start cmd-check cmd-topics cmd-back cmd-stop
      cmd-help cmd-privacy cmd-mydata cmd-forget description short-description topics-heading
      step-moved no-more which-topic offer-refused refers-to-nothing next-step next-step-in-check
      advice-so-far{ending}
      acknowledgement acknowledgement-in-emergency hesitation laughter presence eased
      someone-else-again someone-else-still someone-else-going someone-else-helped
      """;

  /** Ids of the phrases that label buttons. */
  static final List<String> BUTTONS = ids(BUTTON_IDS);

  /** Placeholders that the text of each phrase must contain, by phrase id. */
  public static final Map<String, List<String>> ALL = all();

  private EnginePhrases() {}

  private static Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    BUTTONS.forEach(id -> all.put(id, List.of()));
    ids(SENTENCES).forEach(id -> all.put(id.replaceFirst("\\{.*", ""), placeholders(id)));
    return OrderedMaps.copy(all);
  }

  private static List<String> ids(String words) {
    return List.of(words.strip().split("\\s+"));
  }

  /** Returns the names of the placeholders in a text, in text order. */
  static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
