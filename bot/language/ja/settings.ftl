# この言語での、この言語の名前。
language = 日本語

settings-name = 設定
settings-description = このサーバーでのFitCheckの動き方

settings-title = ## このサーバーでのFitCheck
settings-hint = 選ぶとすぐに反映されます。
settings-above-menu = **{ $setting }**
settings-gone = 削除またはアーカイブ済み: { $places }
and-more = … ほか{ $count }件
settings-line = **{ $setting }**
    { $value }
settings-saved =
    保存しました。
    { $line }
settings-changed = { $who }が**{ $setting }**を{ $before }から{ $after }に変更しました。
settings-log-unreached = { $channel }に知らせられません。なくなったか、アーカイブされたか、私が入れません。別のログチャンネルを選んでください。
settings-on = オン
settings-off = オフ
settings-turn-on = オンにする
settings-turn-off = オフにする
settings-nothing = なし

# 投稿。
settings-answer-posts = 投稿された画像に答える
settings-allowed-channels = ここだけ
settings-allowed-channels-none = すべてのチャンネル
settings-denied-channels = ここを除く
settings-denied-channels-none = 例外なし
settings-ignored-roles = 無視するロール
settings-ignored-roles-none = 誰も無視しません
settings-style = 投稿への答え方
settings-style-card = 画像と棒グラフのカード
settings-style-line = 1行の文章
settings-style-reaction = 分類の絵文字でのリアクション
settings-silent-below = これ未満なら黙る
settings-silent-below-none = いつも答えます
settings-language = 投稿に答える言語
settings-language-none = Discordでのサーバーの設定どおり

# 保存するもの。
settings-correctors = 答えを訂正できる人
settings-correctors-everyone = 見える人全員
settings-correctors-poster = 画像を投稿した人だけ
settings-kept = 保存するもの
settings-keep-counts = 枚数（統計用）
settings-keep-corrections = 訂正
settings-keep-index = 索引（投稿を探すため）
settings-retention-days = 答えと投票を残す期間
settings-days = { NUMBER($days, useGrouping: 0) }日
settings-log-channel-id = ログチャンネル
settings-log-channel-id-none = 変更は誰にも知らせません

error-choice-gone = そのチャンネルやロールがサーバーにないか、私には見えません。別のものを選んでください。
