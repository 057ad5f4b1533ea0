package backtalk.library;

import backtalk.conversation.Conversation;

/** Looks for one sort of mistakes that shows only when all files are read. */
@FunctionalInterface
interface Check {

  /** Reports every mistake of its sort; names that nothing defines have been reported before. */
  void find(Conversation conversation, Trees trees, Issues issues);
}
