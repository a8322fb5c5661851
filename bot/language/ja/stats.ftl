# コマンド。
stats-name = 統計
stats-description = サーバーを管理する人のためのFitCheckの数字
stats-show-name = 表示
stats-show-description = ネットワーク、このサーバー、運用の数字
stats-export-name = 書き出し
stats-export-description = このサーバーで数えたものと訂正を、CSVファイルで

# ページを切り替えるボタン。
stats-page-network = ネットワーク
stats-page-server = このサーバー
stats-page-host = 運用

# ネットワーク。
stats-title = ## FitCheckの数字
stats-network = **ネットワーク** { $version }
stats-accuracy = **{ $set }** { $pictures }枚のうち正解{ $accuracy }
stats-false-clothing = **衣類のない画像** { $share }を衣類と取り違えます
stats-fashion-mnist = Fashion-MNISTのテスト画像
stats-photos = 実際の写真
stats-per-class = **分類ごとの正解率**（{ $sets }）
stats-class = { $label } { $accuracy }
share = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
stats-confusion-title = { $set }：答えの内訳
stats-confusion-true = 正しい分類
stats-confusion-answer = 答え
stats-confusion-alt = 混同行列、{ $set }：行が正しい分類、列が答え。最も多い取り違え：{ $true }を{ $answer }と回答（{ $count }）。
stats-reliability-title = { $set }：確信度は正しいか
stats-reliability-confidence = 確信度
stats-reliability-accuracy = 正解の割合
stats-reliability-alt = 信頼性曲線、{ $set }：確信度ごとの正解の割合。平均の差は{ $error }。

# このサーバー。
stats-server-title = ## このサーバー
stats-server-answered = **答えた画像** { $count }枚
stats-counts-off = このサーバーの設定で、枚数の記録がオフになっています。
stats-no-votes = 答えが正しいかどうか、まだ誰も投票していません。
stats-right = **メンバーが正しいと判断** { $total }枚のうち{ $share }（95%信頼区間：{ $low }~{ $high }）
stats-corrected = **訂正の多い組み合わせ**
stats-corrected-pair = { $answered } → { $label }：{ $count }
stats-by-class-title = 分類ごとの答えた画像
stats-by-class-one = { $label } { $count }枚
stats-by-class-alt = 棒グラフ：分類ごとの答えた画像。多い順に：{ $classes }。
stats-by-day-title = 答えた画像、過去{ $days }日間
stats-by-day-alt = 棒グラフ：過去{ $days }日間に毎日答えた画像。合計{ $total }枚、最も多いのは{ DATETIME($day, dateStyle: "medium") }（{ $count }枚）。
stats-day = { DATETIME($day, dateStyle: "short") }
stats-exported = このサーバーで数えたものと訂正です。日時はUTCです。人の名前や番号は含まれません。

# 運用。
stats-host-title = ## 運用
stats-answered = **起動後に答えた画像** { $count }枚
stats-latency = **質問から答えまで** 中央値{ NUMBER($median, maximumFractionDigits: 0) }ミリ秒、95パーセンタイル{ NUMBER($p95, maximumFractionDigits: 0) }ミリ秒
stats-no-latency = **質問から答えまで** まだ測定していません
stats-queue = **いま処理中** { $count }
stats-memory = **メモリ** { NUMBER($mebibytes, maximumFractionDigits: 0) } MiB
stats-uptime = **起動** { $since }
stats-shard = **シャード** { $number }/{ $count }
stats-versions = **バージョン** { $versions }
