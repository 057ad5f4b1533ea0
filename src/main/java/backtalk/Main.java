package backtalk;

/** The door: starts the program with the arguments of the command line. */
public final class Main {
  private Main() {}

  /** Does nothing yet: the rooms behind this door are still being built. */
  public static void main(String[] args) {
    System.err.println("backtalk: no command is built in yet");
  }
}
