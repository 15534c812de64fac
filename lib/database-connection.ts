import pg from "pg";

/**
 * A connection that is given up with the first statement that was not answered in time (`query_timeout`). That is still
 * under way, and so is its transaction, which whoever got the connection next would commit as part of their own.
 */
export class DatabaseConnection extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const watched = (...args: unknown[]) => {
      const query = super.query as (...args: unknown[]) => unknown;
      const answer = query.apply(this, args);
      if (answer instanceof Promise) answer.catch((error) => this.#giveUpAfter(error));
      return answer;
    };
    // Overridden as a method it would need all its signatures again.
    this.query = watched as typeof this.query;
  }

  #giveUpAfter(error: Error): void {
    if (error.message === "Query read timeout") this.connection.stream.destroy();
  }
}
