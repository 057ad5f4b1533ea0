package backtalk.conversation;

/**
 * Names a picture of a card.
 *
 * @param file the name of its PNG file in the folder {@value #FOLDER}
 * @param alt what it shows, for those who do not see it
 */
public record Picture(String file, String alt) {

  public static final String FOLDER = "pictures";
}
