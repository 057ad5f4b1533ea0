package backtalk.understanding.text;

import backtalk.conversation.LanguageData.Slang;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what people type to one plain form: lower case, no apostrophes, pictures in words, slang
 * spelt out, stretched and misspelt words put right.
 */
public final class Normaliser {

  private static final Pattern TOKEN =
      Pattern.compile("\\d+/\\d+|[\\p{L}\\p{N}]+|[.!?;…\\n]|[,–—]|\\p{So}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['`´‘’ʼ＇]");
  private static final Pattern DROPPED = Pattern.compile("[\\p{M}\\x{200d}\\x{1F3FB}-\\x{1F3FF}]");
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

  private static final Set<String> ENDS = Set.of(".", "!", "?", ";", "…", "\n");
  private static final Set<String> BREAKS = Set.of(",", "–", "—");

  /** After a number these make it a time or an amount, so that 2 is not "to". */
  private static final Pattern COUNTED =
      Pattern.compile("\\d+|(hour|hr|day|week|wk|month|yr|year|min|time|sec)s?|am|pm|of|or|in|x");

  private final Slang slang;
  private final SpellingCorrector spellingCorrector;

  /** A normaliser by these tables. */
  public Normaliser(Slang slang, SpellingCorrector spellingCorrector) {
    this.slang = slang;
    this.spellingCorrector = spellingCorrector;
  }

  /** The plain form of {@code text}; empty where it holds neither letters nor digits nor emoji. */
  public static String plain(String text) {
    return BETWEEN.matcher(folded(text)).replaceAll(" ").strip();
  }

  /** The words of the plain form. */
  public static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  /** True when {@code phrase} stands in {@code text} as whole words; both in plain form. */
  static boolean contains(String text, String phrase) {
    return (" " + text + " ").contains(" " + phrase + " ");
  }

  private static String folded(String text) {
    // Before the letters are unified, which would make an accent that stands alone a space.
    String joined = APOSTROPHES.matcher(HiddenCharacters.without(text)).replaceAll("");
    String lower = Normalizer.normalize(joined, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DROPPED.matcher(lower).replaceAll("");
  }

  /** The share of the words of {@code text} that are known; 1 where there are none. */
  public double known(String text) {
    List<String> words = words(text);
    long known = words.stream().filter(spellingCorrector::knows).count();
    return words.isEmpty() ? 1 : (double) known / words.size();
  }

  /** The sentences of a question or a telling; none where there are no words. */
  public List<Sentence> sentences(String text) {
    return split(tokens(text), slang.question());
  }

  /** The words of all sentences as one text, without marks. */
  public String flat(String text) {
    return String.join(" ", sentences(text).stream().map(Sentence::plain).toList());
  }

  /** All of it as one answer: here {@code n} is no, and in a question it is "and". */
  public Sentence answer(String text) {
    List<Sentence> sentences = split(tokens(text), slang.answer());
    List<String> all = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (!all.isEmpty()) {
        all.add(Sentence.COMMA);
      }
      all.addAll(sentence.tokens());
    }
    return new Sentence(all, !sentences.isEmpty() && sentences.getLast().asks());
  }

  private List<String> tokens(String text) {
    String worded = folded(text);
    for (Map.Entry<String, String> emoji : slang.emoji().entrySet()) {
      worded = worded.replace(folded(emoji.getKey()), " " + emoji.getValue() + " ");
    }
    worded = worded.replace("&", " and ").replace("+", " and ").replace("w/", "with ");
    Matcher found = TOKEN.matcher(worded);
    List<String> tokens = new ArrayList<>();
    while (found.find()) {
      tokens.add(found.group());
    }
    return tokens;
  }

  private List<Sentence> split(List<String> tokens, Map<String, String> phones) {
    List<Sentence> sentences = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (ENDS.contains(token)) {
        close(sentences, open, token.equals("?"));
      } else if (BREAKS.contains(token)) {
        open.add(Sentence.COMMA);
      } else {
        open.addAll(spelt(token, i + 1 < tokens.size() ? tokens.get(i + 1) : "", phones));
      }
    }
    close(sentences, open, false);
    return sentences;
  }

  private static void close(List<Sentence> sentences, List<String> open, boolean asks) {
    if (open.stream().anyMatch(token -> !token.equals(Sentence.COMMA))) {
      sentences.add(new Sentence(open, asks));
    } else if (asks && !sentences.isEmpty()) {
      sentences.set(sentences.size() - 1, new Sentence(sentences.getLast().tokens(), true));
    }
    open.clear();
  }

  private List<String> spelt(String token, String next, Map<String, String> phones) {
    String whole = STRETCHED.matcher(token).find() ? shrunk(token) : token;
    boolean counts = Character.isDigit(token.charAt(0)) && COUNTED.matcher(next).matches();
    String slangy = counts ? null : phones.get(whole);
    if (slangy != null) {
      return slangy.isEmpty() ? List.of() : Arrays.asList(slangy.split(" "));
    }
    return List.of(spellingCorrector.repaired(whole));
  }

  /** Two letters if that makes a word, else one if that does, else two. */
  private String shrunk(String token) {
    String two = STRETCHED.matcher(token).replaceAll("$1$1");
    String one = STRETCHED.matcher(token).replaceAll("$1");
    return !spellingCorrector.knows(two) && spellingCorrector.knows(one) ? one : two;
  }
}
